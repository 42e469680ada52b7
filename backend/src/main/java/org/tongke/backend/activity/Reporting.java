package org.tongke.backend.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an activity came, and with which others it is one lesson.
 *
 * @param reportedAt when its newest report came; null if that was before it was written down
 * @param isApart whether somebody said that it is a lesson of its own, whatever others report
 * @param twins the lesson that it is together with others' reports; null if it stands alone
 */
public record Reporting(
        @Nullable Instant reportedAt,
        boolean isApart,
        @Nullable TwinGroup twins) {
    /** Of an activity that stands alone. */
    public static final Reporting ALONE = new Reporting(null, false, null);

    Reporting with(@Nullable TwinGroup newTwins) {
        return new Reporting(reportedAt, isApart, newTwins);
    }

    Reporting apart(boolean apart) {
        return new Reporting(reportedAt, apart, null);
    }
}
