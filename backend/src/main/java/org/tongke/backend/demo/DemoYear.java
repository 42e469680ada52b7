package org.tongke.backend.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.tongke.backend.demo.DemoPlan.Planned;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoProvince.PlannedSchool;
import org.tongke.backend.term.BellSchedule;
import org.tongke.calendar.Holidays;

/**
 * What a community of the demo has had before the weeks around today: as many lessons as its fate says and as much research as annex 2
 * asks, spread over the days of school before. The same days give the same. Pure.
 */
final class DemoYear {
    private static final int ONLINE = 8;
    private static final int OFFLINE = 4;
    /** A community has no more than two lessons a day, as long as there are days. */
    private static final int DAYS = 30;
    /** The plan around today has smaller ones. */
    private static final int FIRST_NUMBER = 10;

    private final List<LocalDate> days;
    private final BiFunction<PlannedSchool, LocalDate, BellSchedule> bells;

    private DemoYear(List<LocalDate> days, BiFunction<PlannedSchool, LocalDate, BellSchedule> bells) {
        this.days = List.copyOf(days);
        this.bells = bells;
    }

    /**
     * The last days of school before a week; where these are too few, as at the beginning of a programme, all up to yesterday.
     *
     * @param from first day of the programme
     * @param week first day of the first week that is planned otherwise
     * @param bells a school's bell schedule on a day
     */
    static DemoYear before(
            LocalDate from,
            LocalDate week,
            LocalDate today,
            Holidays holidays,
            BiFunction<PlannedSchool, LocalDate, BellSchedule> bells) {
        var days = schoolDays(from, week, holidays);
        return new DemoYear(days.size() < DAYS / 3 ? schoolDays(from, today, holidays) : days, bells);
    }

    private static List<LocalDate> schoolDays(LocalDate from, LocalDate before, Holidays holidays) {
        var days = new ArrayList<LocalDate>();
        for (var day = before.minusDays(1); !day.isBefore(from) && days.size() < DAYS; day = day.minusDays(1)) {
            if (DemoDays.isSchoolDay(holidays, day)) {
                days.addFirst(day);
            }
        }
        return days;
    }

    /** Whether no day of school has passed yet: then nobody can have shown anything. */
    boolean isEmpty() {
        return days.isEmpty();
    }

    /** Its first day. */
    LocalDate from() {
        return days.getFirst();
    }

    /** The lessons, the earliest days first. */
    List<Planned> lessons(PlannedCommunity community, DemoFate fate) {
        var planned = new ArrayList<Planned>();
        for (int i = 0; i < fate.lessons(); i++) {
            var day = days.get(i % days.size());
            var random = random(community, i);
            var periods = bells.apply(community.core(), day).periods();
            var period = periods.get(random.nextInt(Math.min(6, periods.size())));
            planned.add(DemoPlan.lesson(community, day, FIRST_NUMBER + i, period, periods.getLast(), random));
        }
        return planned;
    }

    /** Research, as much as annex 2 asks of each kind. */
    List<Planned> research(PlannedCommunity community) {
        var planned = new ArrayList<Planned>();
        for (int i = 0; i < ONLINE + OFFLINE; i++) {
            var day = days.get(i * 2 % days.size());
            planned.add(DemoPlan.research(community, day, FIRST_NUMBER * 10 + i, i < ONLINE));
        }
        return planned;
    }

    private static Random random(PlannedCommunity community, int number) {
        var random = new Random(31L * community.id().hashCode() + number);
        // the first numbers of neighbouring seeds are alike
        random.nextInt();
        return random;
    }
}
