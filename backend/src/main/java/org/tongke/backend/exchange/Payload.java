package org.tongke.backend.exchange;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
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
                        cut(row.details().attributes()).map(Payload::attribute).toList())
                .append("changedAt", kept(row.changedAt()));
    }

    /** The row that was kept: what its rules allow comes back as it was. */
    static ReportedRow read(Document kept) {
        return new ReportedRow(
                kept.get("externalId"),
                kept.get("revision"),
                kept.get("state"),
                kept.get("kind"),
                kept.get("title"),
                kept.get("subject"),
                kept.get("className"),
                kept.get("startsAt"),
                kept.get("endsAt"),
                each(
                        kept,
                        "schools",
                        school -> new ReportedRow.School(
                                school.get("name"), school.get("county"), school.get("room"), school.get("className"))),
                each(
                        kept,
                        "teachers",
                        teacher -> new ReportedRow.Teacher(
                                teacher.get("name"),
                                teacher.get("role"),
                                teacher.get("school"),
                                teacher.get("number"))),
                kept.get("joinUrl"),
                new ReportedRow.Details(
                        kept.get("grade"),
                        readSeries(kept.get("series", Document.class)),
                        each(
                                kept,
                                "materials",
                                material -> new ReportedRow.Material(material.get("title"), material.get("url"))),
                        kept.get("recordingUrl"),
                        each(
                                kept,
                                "attributes",
                                attribute -> new ReportedRow.Attribute(attribute.get("name"), attribute.get("value")))),
                kept.get("changedAt"));
    }

    private static ReportedRow.@Nullable Series readSeries(@Nullable Document series) {
        return series == null ? null : new ReportedRow.Series(series.get("id"), series.get("name"));
    }

    private static <R> List<R> each(Document kept, String field, Function<Document, R> read) {
        return kept.getList(field, Document.class, List.of()).stream().map(read).toList();
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

    /** Numbers that no rule allows and nested values become text: what they looked like is what matters. */
    private static @Nullable Object kept(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Integer whole -> whole;
            case Long whole -> whole;
            case Double real -> real;
            case BigInteger whole when whole.bitLength() < Long.SIZE -> whole.longValueExact();
            case BigDecimal decimal when isDouble(decimal) -> decimal.doubleValue();
            default -> cut(value.toString());
        };
    }

    private static boolean isDouble(BigDecimal decimal) {
        var real = decimal.doubleValue();
        return Double.isFinite(real) && BigDecimal.valueOf(real).compareTo(decimal) == 0;
    }

    private static String cut(String text) {
        var cut = text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        // half characters, which no database takes, become question marks
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
