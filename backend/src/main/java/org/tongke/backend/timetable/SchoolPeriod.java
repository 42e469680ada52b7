package org.tongke.backend.timetable;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.term.PeriodPlace;

/**
 * Where a place in the week stands among a school's periods.
 *
 * @param schoolName full name of the school
 * @param own whether it is a school of the timetable's owner
 * @param place where it stands
 */
public record SchoolPeriod(String schoolName, boolean own, PeriodPlace place) {

    /** When the period begins; null where the place is in none. */
    public @Nullable LocalTime from() {
        return place instanceof PeriodPlace.In(var periods) ? periods.getFirst().from() : null;
    }

    /** When the period, or the last of several, ends; null where the place is in none. */
    public @Nullable LocalTime to() {
        return place instanceof PeriodPlace.In(var periods) ? periods.getLast().to() : null;
    }
}
