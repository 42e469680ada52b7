package org.tongke.backend.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.tongke.calendar.Holidays;

class DemoDaysTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ASKED = 20;
    private static final int SCHOOL_DAYS = 7;

    private final Holidays holidays = Holidays.published();
    private final DemoTimetable timetable = new DemoTimetable(holidays, ZONE);

    /** On a Monday morning and after a week without school, too. */
    @Test
    void haveTheLessonsBehindThatAreAskedOfTheFirstCommunity() {
        LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).forEach(today -> {
            var days = DemoDays.around(today, SCHOOL_DAYS, holidays);
            assertThat(days.getFirst().getDayOfWeek()).as("%s", today).isEqualTo(DayOfWeek.MONDAY);
            assertThat(days.getFirst()).as("%s", today).isBefore(today.minusDays(6));
            assertThat(days.getLast().getDayOfWeek()).as("%s", today).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(days.getLast()).as("%s", today).isAfter(today.plusDays(6));
            var lessons = days.stream()
                    .filter(day -> day.isBefore(today))
                    .flatMap(day -> timetable.firstPlan(day).stream())
                    .filter(row -> String.valueOf(row.externalId()).matches(".*-a\\d"))
                    .count();
            assertThat(lessons).as("%s", today).isGreaterThanOrEqualTo(ASKED);
        });
    }
}
