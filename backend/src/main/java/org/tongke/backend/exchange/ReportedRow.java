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
        @Nullable Object joinUrl,
        Details details,
        @Nullable Object changedAt) {

    public ReportedRow {
        schools = List.copyOf(schools);
        teachers = List.copyOf(teachers);
    }

    /** A row that does not say when it was changed. */
    public ReportedRow(
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
            @Nullable Object joinUrl,
            Details details) {
        this(
                externalId,
                revision,
                state,
                kind,
                title,
                subject,
                className,
                startsAt,
                endsAt,
                schools,
                teachers,
                joinUrl,
                details,
                null);
    }

    /** A row with nothing besides. */
    public ReportedRow(
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
        this(
                externalId,
                revision,
                state,
                kind,
                title,
                subject,
                className,
                startsAt,
                endsAt,
                schools,
                teachers,
                joinUrl,
                Details.NONE);
    }

    /** A school as it was sent. */
    public record School(
            @Nullable Object name,
            @Nullable Object county,
            @Nullable Object room,
            @Nullable Object className) {

        /** A school without a class. */
        public School(@Nullable Object name, @Nullable Object county, @Nullable Object room) {
            this(name, county, room, null);
        }
    }

    /** A teacher as he or she was sent. */
    public record Teacher(
            @Nullable Object name,
            @Nullable Object role,
            @Nullable Object school,
            @Nullable Object number) {

        /** A teacher without a number. */
        public Teacher(@Nullable Object name, @Nullable Object role, @Nullable Object school) {
            this(name, role, school, null);
        }
    }

    /** What a row may say besides, as it was sent. */
    public record Details(
            @Nullable Object grade,
            @Nullable Series series,
            List<Material> materials,
            @Nullable Object recordingUrl,
            List<Attribute> attributes) {
        /** Nothing besides. */
        public static final Details NONE = new Details(null, null, List.of(), null, List.of());

        public Details {
            materials = List.copyOf(materials);
            attributes = List.copyOf(attributes);
        }
    }

    /** A course series as it was sent. */
    public record Series(@Nullable Object id, @Nullable Object name) {}

    /** A material as it was sent. */
    public record Material(@Nullable Object title, @Nullable Object url) {}

    /** An attribute as it was sent. */
    public record Attribute(@Nullable Object name, @Nullable Object value) {}
}
