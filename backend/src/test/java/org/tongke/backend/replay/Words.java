package org.tongke.backend.replay;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.replay.Stage.School;
import org.tongke.backend.replay.Stage.Teacher;

/** How things are told to people who read Chinese. */
final class Words {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("M月d日 EEE HH:mm", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Words() {}

    /** A field that is told of: its name, and what it holds. Join links are told to those alone who take part. */
    private record Field(String name, boolean isInside, Function<Said, @Nullable String> value) {}

    private static final List<Field> FIELDS = List.of(
            new Field("时间", false, said -> time(said.startsAt(), said.endsAt())),
            new Field("状态", false, said -> said.cancelled() ? "已取消" : "正常"),
            new Field("标题", false, Said::title),
            new Field("班级", false, Said::classSpelled),
            new Field("年级", false, Words::grade),
            new Field(
                    "学校",
                    false,
                    said -> said.schools().stream().map(School::name).collect(Collectors.joining("、"))),
            new Field(
                    "教室",
                    false,
                    said -> said.room() == null ? null : said.taught().name() + " " + said.room()),
            new Field("教师", false, Words::teachers),
            new Field("上课链接", true, Said::joinUrl));

    /** A field that changed. */
    record Changed(String name, boolean isInside, String told) {}

    /** What differs. */
    static List<Changed> changes(Said before, Said after) {
        var changes = new ArrayList<Changed>();
        for (var field : FIELDS) {
            var old = field.value().apply(before);
            var now = field.value().apply(after);
            if (!Objects.equals(old, now)) {
                changes.add(new Changed(field.name(), field.isInside(), field.name() + ": " + old + " → " + now));
            }
        }
        return changes;
    }

    /** What a change is about: of several the first in this order. */
    static String kind(Said before, Said after, List<Changed> told) {
        var names = told.stream().map(Changed::name).toList();
        if (names.contains("状态")) {
            return after.cancelled() ? "CANCELLED" : "RESTORED";
        }
        if (names.contains("时间")) {
            return "MOVED";
        }
        if (names.contains("教室") || names.contains("学校")) {
            return "PLACE";
        }
        if (names.contains("教师")) {
            return "TEACHERS";
        }
        if (names.contains("标题")) {
            return "TITLE";
        }
        return names.contains("上课链接") ? "LINKS" : "DETAILS";
    }

    private static String time(Instant from, Instant to) {
        return DAY.format(from.atZone(Times.ZONE)) + "–" + TIME.format(to.atZone(Times.ZONE));
    }

    static @Nullable String grade(Said said) {
        return said.className() == null ? null : said.className().substring(0, 3);
    }

    static String gradeCode(Said said) {
        return said.className() == null
                ? ""
                : "G" + ("三四五六".indexOf(said.className().charAt(0)) + 3);
    }

    private static String teachers(Said said) {
        return IntStream.range(0, said.teachers().size())
                .mapToObj(index -> said.teachers().get(index).name() + " "
                        + schoolOf(said, index).name() + (index == 0 ? "（主讲）" : "（助教）"))
                .collect(Collectors.joining("、"));
    }

    /** Where a teacher of a lesson is at home. */
    static School schoolOf(Said said, int teacher) {
        Teacher who = said.teachers().get(teacher);
        return said.group().schools().stream()
                .filter(school -> school.teachers().contains(who))
                .findFirst()
                .orElseThrow();
    }
}
