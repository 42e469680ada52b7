package org.tongke.backend.term;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A period of a school's day.
 *
 * @param number its number, 0 to 20; numbers ascend in a day
 * @param name what the school calls it, as in 早读; null where its number is its name
 * @param from when it begins, to the minute
 * @param to when it ends, later on the same day
 */
public record Period(int number, @Nullable String name, LocalTime from, LocalTime to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period from " + from + " to " + to);
        }
    }

    /** How much of it something takes. */
    Duration takenBy(LocalTime start, LocalTime end) {
        var later = start.isAfter(from) ? start : from;
        var earlier = end.isBefore(to) ? end : to;
        return later.isBefore(earlier) ? Duration.between(later, earlier) : Duration.ZERO;
    }

    /** Whether something takes more than half of it, or nothing but a part of it. */
    boolean isTakenBy(LocalTime start, LocalTime end) {
        var isWithin = !start.isBefore(from) && !end.isAfter(to);
        return isWithin || takenBy(start, end).multipliedBy(2).compareTo(Duration.between(from, to)) > 0;
    }

    /** Whether it stands wholly before the middle of something. */
    boolean isBefore(LocalTime middle) {
        return from.plus(Duration.between(from, to).dividedBy(2)).isBefore(middle);
    }
}
