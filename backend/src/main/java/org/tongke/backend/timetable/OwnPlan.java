package org.tongke.backend.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.calendar.InstantRange;

/**
 * Something of one's own, once or each week.
 *
 * @param id id that the client made: a UUID in lower case
 * @param revision how often it was written, from 1
 * @param title title, 1 to 100 characters
 * @param place where; null if not told
 * @param note note; null if there is none
 * @param colour its colour
 * @param startsAt when it begins for the first time
 * @param endsAt when it ends for the first time, at most 24 hours later
 * @param weekly whether it comes again each week, at the same time of day
 * @param until last day on which a weekly one may begin; null for no end, and for one that is not weekly
 */
public record OwnPlan(
        String id,
        long revision,
        String title,
        @Nullable String place,
        @Nullable String note,
        OwnColour colour,
        Instant startsAt,
        Instant endsAt,
        boolean weekly,
        @Nullable LocalDate until) {
    private static final int DAYS = 7;

    /** The plan as it stands after so many writes. */
    OwnPlan withRevision(long newRevision) {
        return new OwnPlan(id, newRevision, title, place, note, colour, startsAt, endsAt, weekly, until);
    }

    /** Whether another plan says the same, however often it was written. */
    boolean saysWhat(OwnPlan other) {
        return equals(other.withRevision(revision));
    }

    /** Its first time. */
    OwnEntry first() {
        return new OwnEntry(this, startsAt, endsAt, List.of());
    }

    /** Its places that begin in a stretch of time, in the order of their start. */
    Stream<OwnEntry> in(InstantRange range, ZoneId zone) {
        return weekly ? weeks(range, zone) : Stream.of(first()).filter(once -> range.contains(once.startsAt()));
    }

    private Stream<OwnEntry> weeks(InstantRange range, ZoneId zone) {
        var first = startsAt.atZone(zone);
        var length = Duration.between(startsAt, endsAt);
        var skipped = ChronoUnit.WEEKS.between(first.toLocalDate(), LocalDate.ofInstant(range.from(), zone));
        return Stream.iterate(first.plusWeeks(Math.max(0, skipped)), start -> start.plusDays(DAYS))
                .takeWhile(start -> start.toInstant().isBefore(range.until()))
                .takeWhile(start -> until == null || !start.toLocalDate().isAfter(until))
                .map(start -> start.toInstant())
                .filter(range::contains)
                .map(start -> new OwnEntry(this, start, start.plus(length), List.of()));
    }
}
