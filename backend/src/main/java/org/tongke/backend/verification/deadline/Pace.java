package org.tongke.backend.verification.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast a community gets what is asked of one kind of activity.
 *
 * <p>The rule is linear and by the day: what has counted so far, spread over the days from that of the first one to today, both
 * included, goes on like that. Weekends and holidays are days like any other, both behind and ahead: over a term they even out, and the
 * reckoning can be checked by hand. Where lessons are counted for each pair of schools, all pairs go by the community's first one.
 *
 * @param kind code of the activity kind
 * @param present how many count
 * @param needed how many are needed
 * @param firstAt when the first one that counts began; null if none counts
 */
public record Pace(
        String kind, int present, int needed, @Nullable Instant firstAt) {

    /** The day on which there will be enough at the pace until today; today, if there is enough; empty if nothing counts yet. */
    public Optional<LocalDate> enoughOn(LocalDate today, ZoneId zone) {
        if (present >= needed) {
            return Optional.of(today);
        }
        if (present == 0 || firstAt == null) {
            return Optional.empty();
        }
        var days = Math.max(1, ChronoUnit.DAYS.between(LocalDate.ofInstant(firstAt, zone), today) + 1);
        return Optional.of(today.plusDays(Math.ceilDiv((needed - present) * days, present)));
    }
}
