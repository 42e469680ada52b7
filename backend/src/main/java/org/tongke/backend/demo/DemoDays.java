package org.tongke.backend.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tongke.calendar.DayKind;
import org.tongke.calendar.Holidays;
import org.tongke.calendar.SchoolWeek;

/** Which days the demo fills. Pure. */
final class DemoDays {

    private DemoDays() {}

    /** The days of the week of a day, and of the weeks around it. */
    static List<LocalDate> around(LocalDate day, int weeks) {
        var week = SchoolWeek.from(day.minusWeeks(weeks));
        var days = new ArrayList<LocalDate>();
        for (int i = 0; i <= 2 * weeks; i++) {
            days.addAll(week.days());
            week = week.next();
        }
        return days;
    }

    /**
     * The days from the week before that of a day, or from one further back where too few days of school lie behind the day since then, to
     * the end of the week after it.
     *
     * @param schoolDays how many days of school are to lie behind it
     */
    static List<LocalDate> around(LocalDate day, int schoolDays, Holidays holidays) {
        var last = SchoolWeek.from(day.plusWeeks(1)).days().getLast();
        var first = SchoolWeek.from(day.minusWeeks(1)).days().getFirst();
        while (countSchoolDays(first, day, holidays) < schoolDays) {
            first = first.minusWeeks(1);
        }
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private static long countSchoolDays(LocalDate from, LocalDate before, Holidays holidays) {
        return from.datesUntil(before).filter(day -> isSchoolDay(holidays, day)).count();
    }

    static boolean isSchoolDay(Holidays holidays, LocalDate day) {
        return switch (holidays.of(day)) {
            case DayKind.SchoolDay _, DayKind.MakeUp _ -> true;
            case DayKind.Weekend _, DayKind.Holiday _ -> false;
            case DayKind.Unknown _ -> day.getDayOfWeek().getValue() <= 5;
        };
    }
}
