package org.tongke.backend.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is kept for those who look after what was wrong with it. What no rule of a row allows is cut, so that a batch's
 * record stays within the size of a document: texts beyond {@value #LONGEST} characters, lists beyond {@value #MOST} entries.
 */
final class Payload {
    static final int LONGEST = 2_000;
    static final int MOST = 20;

    private Payload() {}

    static Document of(ReportedRow row) {
        return new Document("externalId", kept(row.externalId()))
                .append("revision", kept(row.revision()))
                .append("state", kept(row.state()))
                .append("kind", kept(row.kind()))
                .append("title", kept(row.title()))
                .append("subject", kept(row.subject()))
                .append("className", kept(row.className()))
                .append("startsAt", kept(row.startsAt()))
                .append("endsAt", kept(row.endsAt()))
                .append("schools", cut(row.schools()).map(Payload::school).toList())
                .append("teachers", cut(row.teachers()).map(Payload::teacher).toList())
                .append("joinUrl", kept(row.joinUrl()))
                .append("grade", kept(row.details().grade()))
                .append("series", series(row.details().series()))
                .append(
                        "materials",
                        cut(row.details().materials()).map(Payload::material).toList())
                .append("recordingUrl", kept(row.details().recordingUrl()))
                .append(
                        "attributes",
                        cut(row.details().attributes()).map(Payload::attribute).toList());
    }

    private static @Nullable Document series(ReportedRow.@Nullable Series series) {
        return series == null ? null : new Document("id", kept(series.id())).append("name", kept(series.name()));
    }

    private static Document material(ReportedRow.Material material) {
        return new Document("title", kept(material.title())).append("url", kept(material.url()));
    }

    private static Document attribute(ReportedRow.Attribute attribute) {
        return new Document("name", kept(attribute.name())).append("value", kept(attribute.value()));
    }

    private static Document school(ReportedRow.School school) {
        return new Document("name", kept(school.name()))
                .append("county", kept(school.county()))
                .append("room", kept(school.room()))
                .append("className", kept(school.className()));
    }

    private static Document teacher(ReportedRow.Teacher teacher) {
        return new Document("name", kept(teacher.name()))
                .append("role", kept(teacher.role()))
                .append("school", kept(teacher.school()))
                .append("number", kept(teacher.number()));
    }

    private static <T> Stream<T> cut(List<T> things) {
        return things.stream().limit(MOST);
    }

    /** Numbers of any size and nested values become text: what they looked like is what matters. */
    private static @Nullable Object kept(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Integer whole -> whole;
            case Long whole -> whole;
            case Double real -> real;
            default -> cut(value.toString());
        };
    }

    private static String cut(String text) {
        var cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        // half characters, which no database takes, become question marks
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
