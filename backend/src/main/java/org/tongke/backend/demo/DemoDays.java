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

    static boolean isSchoolDay(Holidays holidays, LocalDate day) {
        return switch (holidays.of(day)) {
            case DayKind.SchoolDay _, DayKind.MakeUp _ -> true;
            case DayKind.Weekend _, DayKind.Holiday _ -> false;
            case DayKind.Unknown _ -> day.getDayOfWeek().getValue() <= 5;
        };
    }
}
