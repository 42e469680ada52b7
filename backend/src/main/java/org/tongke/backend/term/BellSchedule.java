package org.tongke.backend.term;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a school's day, from a day on.
 *
 * @param validFrom first day on which it holds; null for the product's, which holds until the school's first own one
 * @param periods its periods in the order of the day, one at least; none overlaps another
 */
public record BellSchedule(@Nullable LocalDate validFrom, List<Period> periods) {
    /** How many periods a day has at most. */
    public static final int MOST_PERIODS = 20;

    public BellSchedule {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a day without periods");
        }
    }

    /**
     * Where something stands in the day.
     *
     * @param start when it begins
     * @param end when it ends, not before it begins; {@link LocalTime#MAX} if on a later day
     */
    public PeriodPlace place(LocalTime start, LocalTime end) {
        var taken =
                periods.stream().filter(period -> period.isTakenBy(start, end)).toList();
        if (!taken.isEmpty()) {
            return new PeriodPlace.In(taken);
        }
        var middle = start.plus(Duration.between(start, end).dividedBy(2));
        var before = (int)
                periods.stream().takeWhile(period -> period.isBefore(middle)).count();
        if (before == 0) {
            return new PeriodPlace.BeforeAll(periods.getFirst());
        }
        return before == periods.size()
                ? new PeriodPlace.AfterAll(periods.getLast())
                : new PeriodPlace.Between(periods.get(before - 1), periods.get(before));
    }
}
