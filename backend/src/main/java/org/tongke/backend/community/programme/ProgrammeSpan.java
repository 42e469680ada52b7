package org.tongke.backend.community.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days in which something must happen to count for a programme.
 *
 * @param from first day
 * @param to last day, included
 * @param zone whose clock says when a day begins
 */
public record ProgrammeSpan(LocalDate from, LocalDate to, ZoneId zone) {

    public ProgrammeSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    /** Whether the instant falls on one of the days. */
    public boolean contains(Instant instant) {
        return contains(dayOf(instant));
    }

    /** Whether the day is one of them. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether a stretch of days, both ends included, shares a day with the span. */
    public boolean overlaps(LocalDate first, LocalDate last) {
        return !first.isAfter(to) && !last.isBefore(from);
    }

    /** The day on which an instant falls there. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
