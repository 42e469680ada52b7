package org.tongke.backend.exchange;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row in the making: unless said otherwise a maths lesson of 40 minutes on 10 March 2021 at 10:20, taught at 城关一小 and attended
 * at 山村小学.
 */
public final class Row {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<String, Object> values;
    private final List<ReportedRow.School> schools;
    private final List<ReportedRow.Teacher> teachers;
    private final ReportedRow.Details details;

    private Row(
            Map<String, Object> values,
            List<ReportedRow.School> schools,
            List<ReportedRow.Teacher> teachers,
            ReportedRow.Details details) {
        this.values = values;
        this.schools = schools;
        this.teachers = teachers;
        this.details = details;
    }

    /** A lesson with an external id. */
    public static Row lesson(String externalId) {
        return new Row(
                        Map.of(
                                "externalId", externalId,
                                "revision", 1,
                                "state", "PLANNED",
                                "kind", "SYNCED_LESSON",
                                "title", "分数的意义",
                                "subject", "数学"),
                        List.of(),
                        List.of(),
                        ReportedRow.Details.NONE)
                .at("2021-03-10 10:20")
                .schools("城关一小", "山村小学");
    }

    /** The row with a value as it is sent, whatever it is; null for none. */
    public Row with(String field, @Nullable Object value) {
        var changed = new HashMap<>(values);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new Row(changed, schools, teachers, details);
    }

    public Row revision(Object revision) {
        return with("revision", revision);
    }

    public Row title(Object title) {
        return with("title", title);
    }

    public Row cancelled() {
        return with("state", "CANCELLED");
    }

    /** The lesson at a time of the province, as in 2021-03-10 10:20. */
    public Row at(String time) {
        var startsAt = LocalDateTime.parse(time.replace(' ', 'T')).atZone(ZONE);
        return with("startsAt", startsAt.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .with("endsAt", startsAt.plus(Duration.ofMinutes(40)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    /** The lesson at these schools, without rooms. */
    public Row schools(String... names) {
        var all = Stream.of(names)
                .map(name -> new ReportedRow.School(name, null, null))
                .toList();
        return new Row(values, all, teachers, details);
    }

    /** The lesson at one school more. */
    public Row school(@Nullable Object name, @Nullable Object county, @Nullable Object room) {
        var more = new ArrayList<>(schools);
        more.add(new ReportedRow.School(name, county, room));
        return new Row(values, more, teachers, details);
    }

    /** The lesson with one teacher more. */
    public Row teacher(@Nullable Object name, @Nullable Object role, @Nullable Object school) {
        var more = new ArrayList<>(teachers);
        more.add(new ReportedRow.Teacher(name, role, school));
        return new Row(values, schools, more, details);
    }

    /** The lesson at one school more, where a class takes part. */
    public Row classAt(Object school, @Nullable Object className) {
        var more = new ArrayList<>(schools);
        more.add(new ReportedRow.School(school, null, null, className));
        return new Row(values, more, teachers, details);
    }

    /** The lesson with one teacher more, who has a number. */
    public Row numbered(Object name, @Nullable Object number) {
        var more = new ArrayList<>(teachers);
        more.add(new ReportedRow.Teacher(name, null, null, number));
        return new Row(values, schools, more, details);
    }

    /** The lesson of a grade. */
    public Row grade(@Nullable Object grade) {
        return besides(new ReportedRow.Details(
                grade, details.series(), details.materials(), details.recordingUrl(), details.attributes()));
    }

    /** The lesson in a series. */
    public Row series(@Nullable Object id, @Nullable Object name) {
        return besides(new ReportedRow.Details(
                details.grade(),
                new ReportedRow.Series(id, name),
                details.materials(),
                details.recordingUrl(),
                details.attributes()));
    }

    /** The lesson with one material more. */
    public Row material(@Nullable Object title, @Nullable Object url) {
        var more = new ArrayList<>(details.materials());
        more.add(new ReportedRow.Material(title, url));
        return besides(new ReportedRow.Details(
                details.grade(), details.series(), more, details.recordingUrl(), details.attributes()));
    }

    /** The lesson with a recording. */
    public Row recording(@Nullable Object url) {
        return besides(new ReportedRow.Details(
                details.grade(), details.series(), details.materials(), url, details.attributes()));
    }

    /** The lesson with one attribute more. */
    public Row attribute(@Nullable Object name, @Nullable Object value) {
        var more = new ArrayList<>(details.attributes());
        more.add(new ReportedRow.Attribute(name, value));
        return besides(new ReportedRow.Details(
                details.grade(), details.series(), details.materials(), details.recordingUrl(), more));
    }

    private Row besides(ReportedRow.Details others) {
        return new Row(values, schools, teachers, others);
    }

    /** The row as it is sent. */
    public ReportedRow sent() {
        return sent(UnaryOperator.identity());
    }

    /** @param schoolName makes of a school's name here the one that is sent */
    ReportedRow sent(UnaryOperator<String> schoolName) {
        return new ReportedRow(
                values.get("externalId"),
                values.get("revision"),
                values.get("state"),
                values.get("kind"),
                values.get("title"),
                values.get("subject"),
                values.get("className"),
                values.get("startsAt"),
                values.get("endsAt"),
                schools.stream()
                        .map(school -> new ReportedRow.School(
                                named(school.name(), schoolName), school.county(), school.room(), school.className()))
                        .toList(),
                teachers.stream()
                        .map(teacher -> new ReportedRow.Teacher(
                                teacher.name(),
                                teacher.role(),
                                named(teacher.school(), schoolName),
                                named(teacher.number(), schoolName)))
                        .toList(),
                values.get("joinUrl"),
                details,
                values.get("changedAt"));
    }

    private static @Nullable Object named(@Nullable Object name, UnaryOperator<String> schoolName) {
        return name instanceof String text && !text.isBlank() ? schoolName.apply(text) : name;
    }
}
