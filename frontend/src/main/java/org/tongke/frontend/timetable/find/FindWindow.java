package org.tongke.frontend.timetable.find;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The days in which lessons are looked for: a day, a week, a month, or any other stretch of at most {@value #MOST_DAYS} days.
 *
 * @param from first day
 * @param to last day
 */
record FindWindow(LocalDate from, LocalDate to) {
    /** The contract lets nobody look further at once. */
    static final int MOST_DAYS = 31;

    /** Days of a stretch of which nobody said how long it is to be. */
    private static final int STRETCH_DAYS = 7;

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    /** How a window is laid over the calendar. */
    enum Span {
        /** Seven days or any other number, from any day on. */
        STRETCH,
        /** One day. */
        DAY,
        /** From a Monday to a Sunday. */
        WEEK,
        /** A calendar month. */
        MONTH
    }

    FindWindow {
        if (!isOne(from, to)) {
            throw new IllegalArgumentException("no window from " + from + " to " + to);
        }
    }

    /** The window between two days; empty if they run backwards, lie too far apart, or outside of 2000 to 2100. */
    static Optional<FindWindow> find(LocalDate from, LocalDate to) {
        return isOne(from, to) ? Optional.of(new FindWindow(from, to)) : Optional.empty();
    }

    private static boolean isOne(LocalDate from, LocalDate to) {
        return !to.isBefore(from)
                && ChronoUnit.DAYS.between(from, to) < MOST_DAYS
                && !from.isBefore(FIRST)
                && !to.isAfter(LAST);
    }

    /** The day, week or month that contains a day, or the seven days from it on. */
    static FindWindow of(Span span, LocalDate day) {
        return find(span, day).orElseThrow();
    }

    /** The same; empty if it is not all within 2000 to 2100. */
    static Optional<FindWindow> find(Span span, LocalDate day) {
        return switch (span) {
            case DAY -> find(day, day);
            case STRETCH -> find(day, day.plusDays(STRETCH_DAYS - 1L));
            case WEEK -> {
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield find(monday, monday.plusDays(STRETCH_DAYS - 1L));
            }
            case MONTH -> find(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
        };
    }

    /** How the window lies over the calendar; two days tell, nothing else is kept. */
    Span span() {
        for (var span : new Span[] {Span.DAY, Span.WEEK, Span.MONTH}) {
            if (find(from, to).equals(find(span, from))) {
                return span;
            }
        }
        return Span.STRETCH;
    }

    /** How many days it has. */
    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Whether a day lies in it. */
    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The window before this one, as long and as it lies; this one if there is none. */
    FindWindow previous() {
        var other = span() == Span.MONTH
                ? find(Span.MONTH, from.minusMonths(1))
                : find(from.minusDays(days()), to.minusDays(days()));
        return other.orElse(this);
    }

    /** The window after this one, as long and as it lies; this one if there is none. */
    FindWindow next() {
        var other = span() == Span.MONTH
                ? find(Span.MONTH, from.plusMonths(1))
                : find(from.plusDays(days()), to.plusDays(days()));
        return other.orElse(this);
    }

    /** A window that lies the same way and contains a day, or begins with it. */
    FindWindow at(LocalDate day) {
        var other = span() == Span.STRETCH ? find(day, day.plusDays(days() - 1L)) : find(span(), day);
        return other.orElse(this);
    }

    /** The window as long as can be, from the same day on. */
    FindWindow widest() {
        return find(from, from.plusDays(MOST_DAYS - 1L)).orElse(this);
    }
}
