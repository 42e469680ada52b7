package org.tongke.backend.timetable.link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongke.backend.timetable.WeekDay;
import org.tongke.calendar.SchoolWeek;

/**
 * Somebody's week, as people see it who have a link.
 *
 * @param name name of whose week it is
 * @param week which one
 * @param days its seven days
 * @param lessons places taken and left by activities that are not hidden, in the order of their start
 * @param occupied times of own entries, in the order of their start
 * @param before Monday of the week before; empty where the link does not show it
 * @param after Monday of the week after; empty where the link does not show it
 * @param lastDay the last day on which the link holds
 * @param asOf when this was so, by the server's clock
 */
public record SharedWeek(
        String name,
        SchoolWeek week,
        List<WeekDay> days,
        List<SharedLesson> lessons,
        List<OccupiedTime> occupied,
        Optional<LocalDate> before,
        Optional<LocalDate> after,
        LocalDate lastDay,
        Instant asOf) {

    public SharedWeek {
        days = List.copyOf(days);
        lessons = List.copyOf(lessons);
        occupied = List.copyOf(occupied);
    }

    /** Its Monday. */
    public LocalDate from() {
        return week.monday();
    }

    /** Its Sunday. */
    public LocalDate to() {
        return week.sunday();
    }
}
