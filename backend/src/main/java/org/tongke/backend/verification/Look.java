package org.tongke.backend.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the facts found, to be written over what stood there before the look.
 *
 * @param id whose progress
 * @param before what stood there when the look began
 * @param found what the facts say now; empty where the community is none of the programme's new ones
 */
record Look(ProgressId id, Stored before, Optional<CommunityProgress> found) {

    /** Whether the facts say other than what stood there. */
    boolean isNews() {
        return !found.equals(before.progress());
    }

    /**
     * What this look overwrites, if nobody wrote since an earlier day: as it was shown until yesterday.
     *
     * @param now when the look is written
     */
    Optional<PastProgress> past(ZoneId zone, Instant now) {
        if (!isNews() || before.progress().isEmpty() || before.recordedAt() == null) {
            return Optional.empty();
        }
        var from = LocalDate.ofInstant(before.recordedAt(), zone);
        var until = LocalDate.ofInstant(now, zone);
        return from.isBefore(until)
                ? Optional.of(new PastProgress(before.progress().get().past(null), before.revision(), from, until))
                : Optional.empty();
    }

    /**
     * What stands in the store.
     *
     * @param token names the look that it comes from; null where nobody has looked yet
     * @param revision how often what it says was written; 0 if never
     * @param recordedAt when what it says was written; null if never
     * @param progress what it says; empty where the community is none of the programme's new ones
     */
    record Stored(
            @Nullable String token, long revision, @Nullable Instant recordedAt, Optional<CommunityProgress> progress) {
        /** Nobody has looked yet. */
        static final Stored NONE = new Stored(null, 0, null, Optional.empty());
    }
}
