package org.tongke.backend.exchange.graphql;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.exchange.ReportedRow;

/**
 * Rows as GraphQL gives them. They are taken apart here and not by Spring, which would make numbers and texts of one another
 * before the row's rules see them.
 */
final class ReportedRows {

    private ReportedRows() {}

    static List<ReportedRow> of(Map<String, Object> input) {
        return list(input.get("activities"), ReportedRows::row);
    }

    private static ReportedRow row(Map<String, @Nullable Object> row) {
        return new ReportedRow(
                row.get("externalId"),
                row.get("revision"),
                row.get("state"),
                row.get("kind"),
                row.get("title"),
                row.get("subject"),
                row.get("className"),
                row.get("startsAt"),
                row.get("endsAt"),
                list(row.get("schools"), ReportedRows::school),
                list(row.get("teachers"), ReportedRows::teacher),
                row.get("joinUrl"),
                new ReportedRow.Details(
                        row.get("grade"),
                        series(row.get("series")),
                        list(row.get("materials"), ReportedRows::material),
                        row.get("recordingUrl"),
                        list(row.get("attributes"), ReportedRows::attribute)),
                row.get("changedAt"));
    }

    /** The schema has made sure that it is an input object, or nothing. */
    @SuppressWarnings("unchecked")
    private static ReportedRow.@Nullable Series series(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var series = (Map<String, @Nullable Object>) value;
        return new ReportedRow.Series(series.get("id"), series.get("name"));
    }

    private static ReportedRow.Material material(Map<String, @Nullable Object> material) {
        return new ReportedRow.Material(material.get("title"), material.get("url"));
    }

    private static ReportedRow.Attribute attribute(Map<String, @Nullable Object> attribute) {
        return new ReportedRow.Attribute(attribute.get("name"), attribute.get("value"));
    }

    private static ReportedRow.School school(Map<String, @Nullable Object> school) {
        return new ReportedRow.School(
                school.get("name"), school.get("county"), school.get("room"), school.get("className"));
    }

    private static ReportedRow.Teacher teacher(Map<String, @Nullable Object> teacher) {
        return new ReportedRow.Teacher(
                teacher.get("name"), teacher.get("role"), teacher.get("school"), teacher.get("number"));
    }

    /** The schema has made sure that it is a list of input objects, or nothing. */
    @SuppressWarnings("unchecked")
    private static <T> List<T> list(@Nullable Object value, Function<Map<String, @Nullable Object>, T> read) {
        return value == null
                ? List.of()
                : ((List<Map<String, @Nullable Object>>) value)
                        .stream().map(read).toList();
    }
}
