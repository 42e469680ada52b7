package org.tongke.backend.activity;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a change stands among all changes, the oldest first: each stands at one place.
 *
 * @param recordedAt when it was written
 * @param activityId raw id of the activity
 * @param revision the activity's revision after it
 */
public record ChangePlace(Instant recordedAt, String activityId, long revision) implements Comparable<ChangePlace> {
    private static final Comparator<ChangePlace> ORDER = Comparator.comparing(ChangePlace::recordedAt)
            .thenComparing(ChangePlace::activityId)
            .thenComparing(ChangePlace::revision);

    @Override
    public int compareTo(ChangePlace other) {
        return ORDER.compare(this, other);
    }
}
