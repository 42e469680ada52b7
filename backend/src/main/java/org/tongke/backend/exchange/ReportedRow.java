package org.tongke.backend.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a batch as the supplier's platform sent it: text, number, boolean or anything else, nothing of it checked yet. Which
 * rules it must meet stands at the fields of {@code ActivityReportInput} in the schema.
 */
public record ReportedRow(
        @Nullable Object externalId,
        @Nullable Object revision,
        @Nullable Object state,
        @Nullable Object kind,
        @Nullable Object title,
        @Nullable Object subject,
        @Nullable Object className,
        @Nullable Object startsAt,
        @Nullable Object endsAt,
        List<School> schools,
        List<Teacher> teachers,
        @Nullable Object joinUrl) {

    public ReportedRow {
        schools = List.copyOf(schools);
        teachers = List.copyOf(teachers);
    }

    /** A school as it was sent. */
    public record School(
            @Nullable Object name,
            @Nullable Object county,
            @Nullable Object room) {}

    /** A teacher as he or she was sent. */
    public record Teacher(
            @Nullable Object name,
            @Nullable Object role,
            @Nullable Object school) {}
}
