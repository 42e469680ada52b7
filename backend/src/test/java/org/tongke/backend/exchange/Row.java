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

    private Row(Map<String, Object> values, List<ReportedRow.School> schools, List<ReportedRow.Teacher> teachers) {
        this.values = values;
        this.schools = schools;
        this.teachers = teachers;
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
                        List.of())
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
        return new Row(changed, schools, teachers);
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
        return new Row(values, all, teachers);
    }

    /** The lesson at one school more. */
    public Row school(@Nullable Object name, @Nullable Object county, @Nullable Object room) {
        var more = new ArrayList<>(schools);
        more.add(new ReportedRow.School(name, county, room));
        return new Row(values, more, teachers);
    }

    /** The lesson with one teacher more. */
    public Row teacher(@Nullable Object name, @Nullable Object role, @Nullable Object school) {
        var more = new ArrayList<>(teachers);
        more.add(new ReportedRow.Teacher(name, role, school));
        return new Row(values, schools, more);
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
                                named(school.name(), schoolName), school.county(), school.room()))
                        .toList(),
                teachers,
                values.get("joinUrl"));
    }

    private static @Nullable Object named(@Nullable Object name, UnaryOperator<String> schoolName) {
        return name instanceof String text && !text.isBlank() ? schoolName.apply(text) : name;
    }
}
