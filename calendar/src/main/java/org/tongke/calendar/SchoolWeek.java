package org.tongke.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The seven days from a Monday to the Sunday after it.
 *
 * @param monday the first day; nothing but a Monday
 */
public record SchoolWeek(LocalDate monday) implements Comparable<SchoolWeek> {

    private static final int DAYS = 7;

    public SchoolWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week begins on a Monday, not on " + monday);
        }
    }

    /** The week that holds the day. */
    public static SchoolWeek from(LocalDate day) {
        return new SchoolWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** The seven days, Monday first. */
    public List<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(monday::plusDays).toList();
    }

    /** The last day of the week. */
    public LocalDate sunday() {
        return monday.plusDays(DAYS - 1L);
    }

    /** The week after it. */
    public SchoolWeek next() {
        return new SchoolWeek(monday.plusDays(DAYS));
    }

    /** The week before it. */
    public SchoolWeek previous() {
        return new SchoolWeek(monday.minusDays(DAYS));
    }

    /** Whether the day is one of the seven. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(monday) && !day.isAfter(sunday());
    }

    /** The instants of the week where people live by the zone's clock: from Monday's first moment up to next Monday's. */
    public InstantRange instants(ZoneId zone) {
        return InstantRange.ofDays(monday, sunday(), zone);
    }

    @Override
    public int compareTo(SchoolWeek other) {
        return monday.compareTo(other.monday);
    }
}
