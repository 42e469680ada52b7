package org.tongke.backend.timetable.link;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A link by which everybody who has its key sees the week of an account.
 *
 * @param account raw id of the account
 * @param key what its address ends with: 128 random bits; empty once it was closed
 * @param endsAt when it ends by itself, or was closed
 * @param revision how often it was written
 */
record WeekLink(String account, String key, Instant endsAt, long revision) {

    /** Whether it shows something. */
    boolean holds(Instant now) {
        return !key.isEmpty() && endsAt.isAfter(now);
    }

    /** The last day on which it holds. */
    LocalDate lastDay(ZoneId zone) {
        return LocalDate.ofInstant(endsAt, zone).minusDays(1);
    }

    WeekLink closed(Instant now) {
        return new WeekLink(account, "", now, revision + 1);
    }
}
