package org.tongke.backend.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The moment for which progress is asked: now, or the end of a day that is over.
 *
 * @param day the day
 * @param at the moment; the last second of a day that is over
 * @param past whether the day is over
 */
public record AsOf(LocalDate day, Instant at, boolean past) {

    /**
     * What somebody asks for.
     *
     * @param asked the day; null for now. A day that is not over yet shows what stands now
     * @param zone whose clock says when a day begins
     */
    public static AsOf of(@Nullable LocalDate asked, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        return asked == null || !asked.isBefore(today)
                ? new AsOf(today, now, false)
                : new AsOf(asked, endOf(asked, zone).minusSeconds(1), true);
    }

    /** The day, if it is over; null for now. */
    public @Nullable LocalDate pastDay() {
        return past ? day : null;
    }

    /** The moment at which a day is over. */
    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
