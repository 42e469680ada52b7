package org.tongke.backend.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an activity came, and with which others it is one lesson.
 *
 * @param reportedAt when its newest report came; null if that was before it was written down
 * @param announcedAt when it was first reported to take place at about this time; null if it is not written yet, or was never known
 * @param isApart whether somebody said that it is a lesson of its own, whatever others report
 * @param twins the lesson that it is together with others' reports; null if it stands alone
 */
public record Reporting(
        @Nullable Instant reportedAt,
        @Nullable Instant announcedAt,
        boolean isApart,
        @Nullable TwinGroup twins) {
    /** Of an activity that stands alone. */
    public static final Reporting ALONE = new Reporting(null, null, false, null);

    Reporting with(@Nullable TwinGroup newTwins) {
        return new Reporting(reportedAt, announcedAt, isApart, newTwins);
    }

    Reporting apart(boolean apart) {
        return new Reporting(reportedAt, announcedAt, apart, null);
    }

    /** Of an activity that is now reported at another time. */
    Reporting unannounced() {
        return new Reporting(reportedAt, null, isApart, twins);
    }
}
