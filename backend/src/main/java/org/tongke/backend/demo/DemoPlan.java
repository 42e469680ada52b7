package org.tongke.backend.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoProvince.PlannedSchool;
import org.tongke.backend.term.BellSchedule;
import org.tongke.backend.term.Period;
import org.tongke.calendar.Holidays;

/** What a community of the demo's province has on a day. The same day always has the same. Pure. */
final class DemoPlan {
    private static final List<String> PRIMARY_GRADES = List.of("三年级", "四年级", "五年级", "六年级");
    private static final List<String> JUNIOR_GRADES = List.of("七年级", "八年级", "九年级");
    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 50);
    private static final int RESEARCH_MINUTES = 60;

    private final Holidays holidays;
    private final BiFunction<PlannedSchool, LocalDate, BellSchedule> bells;

    /** @param bells a school's bell schedule on a day */
    DemoPlan(Holidays holidays, BiFunction<PlannedSchool, LocalDate, BellSchedule> bells) {
        this.holidays = holidays;
        this.bells = bells;
    }

    /** What was done to an activity after it was planned. */
    enum Change {
        NONE,
        MOVED,
        CANCELLED
    }

    /**
     * An activity.
     *
     * @param number which one of its community's on that day
     * @param subject null for research
     * @param grade empty for research
     * @param people who leads, then those of the other schools, in the order of the schools
     * @param movedTo when it begins after it was moved
     */
    record Planned(
            PlannedCommunity community,
            LocalDate day,
            int number,
            String kind,
            @Nullable DemoSubject subject,
            String title,
            String grade,
            String className,
            LocalDateTime from,
            int minutes,
            List<String> people,
            Change change,
            LocalDateTime movedTo) {}

    List<Planned> on(PlannedCommunity community, LocalDate day) {
        var random = new Random(31L * community.id().hashCode() + day.toEpochDay());
        // the first numbers of neighbouring seeds are alike
        random.nextInt();
        var planned = new ArrayList<Planned>();
        if (DemoDays.isSchoolDay(holidays, day)) {
            var periods = bells.apply(community.core(), day).periods();
            if (random.nextInt(10) > 1) {
                planned.add(lesson(community, day, 1, periods.get(random.nextInt(3)), periods.getLast(), random));
            }
            if (random.nextInt(10) > 7) {
                planned.add(lesson(community, day, 2, periods.get(4 + random.nextInt(2)), periods.getLast(), random));
            }
        }
        if (random.nextInt(12) == 0) {
            var isOnline = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) >= 0 || random.nextBoolean();
            planned.add(research(community, day, 0, isOnline));
        }
        return planned;
    }

    static Planned lesson(
            PlannedCommunity community, LocalDate day, int number, Period period, Period spare, Random random) {
        var subject = DemoNames.oneOf(List.of(DemoSubject.values()), random);
        var isJunior = community.core().name().endsWith("中学");
        var grade = DemoNames.oneOf(isJunior ? JUNIOR_GRADES : PRIMARY_GRADES, random);
        var fate = random.nextInt(24);
        return new Planned(
                community,
                day,
                number,
                "SYNCED_LESSON",
                subject,
                DemoNames.oneOf(subject.titles(), random),
                grade,
                grade + (1 + random.nextInt(4)) + "班",
                day.atTime(period.from()),
                (int) period.from().until(period.to(), ChronoUnit.MINUTES),
                people(community, subject.name()),
                fate == 0 ? Change.CANCELLED : fate <= 2 ? Change.MOVED : Change.NONE,
                day.atTime(spare.from()));
    }

    static Planned research(PlannedCommunity community, LocalDate day, int number, boolean isOnline) {
        var from = day.atTime(isOnline ? EVENING : AFTERNOON);
        return new Planned(
                community,
                day,
                number,
                isOnline ? "ONLINE_RESEARCH" : "OFFLINE_RESEARCH",
                null,
                isOnline ? "集体备课：单元整体教学" : "同课异构与评课",
                "",
                "",
                from,
                RESEARCH_MINUTES,
                people(community, "research"),
                Change.NONE,
                from);
    }

    private static List<String> people(PlannedCommunity community, String what) {
        return community.schools().stream()
                .map(school -> DemoNames.person(new Random((school.id() + what).hashCode())))
                .toList();
    }
}
