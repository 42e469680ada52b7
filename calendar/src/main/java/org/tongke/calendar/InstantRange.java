package org.tongke.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time, half open: {@code from} belongs to it, {@code until} does not, so that neighbours neither overlap nor leave a gap.
 *
 * @param from the first instant
 * @param until the first instant after it; later than {@code from}
 */
public record InstantRange(Instant from, Instant until) {

    public InstantRange {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(from + " is not before " + until);
        }
    }

    /** Whole days, both included, as they begin and end by the zone's clock. */
    public static InstantRange ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        return new InstantRange(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Whether the instant belongs to it: from its first instant up to, without, its end. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /** Whether something that runs from {@code start} up to {@code end} touches the range. Something without length touches it where it is contained. */
    public boolean overlaps(Instant start, Instant end) {
        return contains(start) || (start.isBefore(from) && end.isAfter(from));
    }
}
