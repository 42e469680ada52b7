package org.tongke.backend.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One report of a lesson.
 *
 * @param key names the reported activity
 * @param supplierName name of whoever reports it
 * @param reportedAt when its newest report came; null if that was before it was written down
 * @param announcedAt when it was first reported to take place at about this time; null if it was never known
 * @param state what the report says of it
 */
public record ActivitySource(
        ActivityKey key,
        String supplierName,
        @Nullable Instant reportedAt,
        @Nullable Instant announcedAt,
        ActivityState state) {

    static ActivitySource of(Activity activity) {
        return new ActivitySource(
                activity.key(),
                activity.supplierName(),
                activity.reporting().reportedAt(),
                activity.reporting().announcedAt(),
                activity.state());
    }
}
