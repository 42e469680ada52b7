package org.tongke.backend.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.demo.DemoCounty.DemoSchool;
import org.tongke.backend.exchange.ReportedRow;
import org.tongke.calendar.Holidays;

/**
 * What the demo's supplier has on a day, as it was first planned and as it stands now. The same day always has the same lessons,
 * so that reporting them again changes nothing. Pure.
 */
final class DemoTimetable {
    private static final int FIRST_PLAN = 1;
    private static final int CHANGED_PLAN = 2;
    private static final int LESSON_MINUTES = 40;
    private static final int RESEARCH_MINUTES = 50;
    private static final LocalTime FREE_SLOT = LocalTime.of(15, 30);

    /** Lessons of a day of school. Which of them take place turns with the day, so that no two days look alike. */
    private static final List<Lesson> LESSONS = List.of(
            lesson("a1", 8, 30, "MATHEMATICS", "分数的初步认识", "三年级2班", "林晓岚", "陈竹青", DemoSchool.YUNXI, DemoSchool.ZHUWU),
            lesson("a2", 9, 25, "CHINESE", "富饶的西沙群岛", "三年级1班", "郑若溪", "陈竹青", DemoSchool.YUNXI, DemoSchool.ZHUWU),
            lesson(
                    "a3",
                    10,
                    25,
                    "ENGLISH",
                    "My School Calendar",
                    "五年级3班",
                    "黄佳宁",
                    "叶青岚",
                    DemoSchool.YUNXI,
                    DemoSchool.QINGLAN),
            lesson("a4", 14, 0, "SCIENCE", "光的反射", "五年级1班", "徐向阳", "叶青岚", DemoSchool.YUNXI, DemoSchool.QINGLAN),
            lesson("b1", 9, 25, "MUSIC", "歌声与微笑", "四年级2班", "何乐声", "沈桃", DemoSchool.HAITANG, DemoSchool.TAOYUAN),
            lesson("b2", 13, 30, "FINE_ARTS", "水墨的情趣", "四年级1班", "潘丹青", "沈桃", DemoSchool.HAITANG, DemoSchool.TAOYUAN),
            lesson("c1", 10, 25, "CHINESE", "落花生", "五年级2班", "杜子美", "岳小岭", DemoSchool.CHENGDONG, DemoSchool.LINGXIA));

    private static final Lesson EVENING =
            research("r1", 19, 30, "集体备课：单元整体教学", "林晓岚", "陈竹青", DemoSchool.YUNXI, DemoSchool.ZHUWU);

    /** What teachers of two communities plan for weekends and holidays. */
    private static final List<Lesson> DAY_OFF = List.of(
            research("r2", 9, 30, "同课异构：音乐课研讨", "何乐声", "沈桃", DemoSchool.HAITANG, DemoSchool.TAOYUAN),
            research("r3", 14, 0, "课例点评：分数的初步认识", "林晓岚", "陈竹青", DemoSchool.YUNXI, DemoSchool.ZHUWU));

    private final Holidays holidays;
    private final ZoneId zone;

    DemoTimetable(Holidays holidays, ZoneId zone) {
        this.holidays = holidays;
        this.zone = zone;
    }

    /** The day as it was first planned. */
    List<ReportedRow> firstPlan(LocalDate day) {
        return rows(day, lessons(day).stream().map(lesson -> new Planned(lesson, lesson.startsAt, false, FIRST_PLAN)));
    }

    /** What changed afterwards: on every day one activity is moved and one is called off, on days of school a lesson each. */
    List<ReportedRow> changes(LocalDate day) {
        var isSchoolDay = DemoDays.isSchoolDay(holidays, day);
        var moved = isSchoolDay ? "a3" : "r2";
        var cancelled = isSchoolDay ? (day.toEpochDay() % 2 == 0 ? "b2" : "b1") : "r3";
        return rows(
                day,
                lessons(day).stream()
                        .filter(lesson -> lesson.id.equals(moved) || lesson.id.equals(cancelled))
                        .map(lesson -> lesson.id.equals(moved)
                                ? new Planned(lesson, FREE_SLOT, false, CHANGED_PLAN)
                                : new Planned(lesson, lesson.startsAt, true, CHANGED_PLAN)));
    }

    private List<Lesson> lessons(LocalDate day) {
        var lessons = new ArrayList<Lesson>();
        var isSchoolDay = DemoDays.isSchoolDay(holidays, day);
        if (isSchoolDay) {
            // one of the first community's lessons rests each day; the other communities have fewer anyway
            var resting = "a" + (day.getDayOfMonth() % 2 == 0 ? 2 : 4);
            LESSONS.stream().filter(lesson -> !lesson.id.equals(resting)).forEach(lessons::add);
        } else {
            lessons.addAll(DAY_OFF);
        }
        // in the evening teachers of the first community meet online: so there is something to come on every day
        if (day.getDayOfWeek().getValue() % 2 == 0 || !isSchoolDay) {
            lessons.add(EVENING);
        }
        return lessons;
    }

    private List<ReportedRow> rows(LocalDate day, Stream<Planned> planned) {
        return planned.map(plan -> row(day, plan)).toList();
    }

    private ReportedRow row(LocalDate day, Planned plan) {
        var lesson = plan.lesson;
        var minutes = lesson.subject == null ? RESEARCH_MINUTES : LESSON_MINUTES;
        return new ReportedRow(
                "%s-%s".formatted(day, lesson.id),
                plan.revision,
                plan.cancelled ? "CANCELLED" : "PLANNED",
                lesson.subject == null ? "ONLINE_RESEARCH" : "SYNCED_LESSON",
                lesson.title,
                lesson.subject,
                lesson.className.isEmpty() ? null : lesson.className,
                at(day, plan.startsAt),
                at(day, plan.startsAt.plusMinutes(minutes)),
                List.of(
                        new ReportedRow.School(lesson.from.fullName(), null, "同步课堂教室1"),
                        new ReportedRow.School(lesson.to.fullName(), null, "录播教室")),
                List.of(
                        new ReportedRow.Teacher(lesson.leads, "LEADS", lesson.from.fullName()),
                        new ReportedRow.Teacher(
                                lesson.assists, lesson.subject == null ? "ATTENDS" : "ASSISTS", lesson.to.fullName())),
                "https://lessons.example.org/join/%s-%s".formatted(day, lesson.id));
    }

    private String at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static Lesson lesson(
            String id,
            int hour,
            int minute,
            String subject,
            String title,
            String className,
            String leads,
            String assists,
            DemoSchool from,
            DemoSchool to) {
        return new Lesson(id, LocalTime.of(hour, minute), subject, title, className, leads, assists, from, to);
    }

    private static Lesson research(
            String id,
            int hour,
            int minute,
            String title,
            String leads,
            String attends,
            DemoSchool from,
            DemoSchool to) {
        return new Lesson(id, LocalTime.of(hour, minute), null, title, "", leads, attends, from, to);
    }

    private record Lesson(
            String id,
            LocalTime startsAt,
            @Nullable String subject,
            String title,
            String className,
            String leads,
            String assists,
            DemoSchool from,
            DemoSchool to) {}

    private record Planned(Lesson lesson, LocalTime startsAt, boolean cancelled, int revision) {}
}
