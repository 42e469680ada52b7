package org.tongke.backend.verification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a community stands with the county that verifies it. Nobody enters a community in the queue: it waits as soon as all that is
 * asked is met, until the county has said something; what was sent back waits again once its schools say so.
 *
 * @param verifiedAt when the county found that it meets the standard; null if that does not hold
 * @param waitingSince since when it waits for the county; null if it does not
 * @param resubmitted whether it waits again after it was sent back
 */
public record Review(@Nullable Instant verifiedAt, @Nullable Instant waitingSince, boolean resubmitted) {
    /** Neither verified nor waiting. */
    public static final Review NONE = new Review(null, null, false);

    /**
     * How it stands after what was last said.
     *
     * @param verdict what was last said; null if nothing
     * @param operating whether all that is asked is met
     * @param before how it stood before: what goes on waiting keeps its place
     */
    static Review of(@Nullable Verdict verdict, boolean operating, Review before, Instant now) {
        if (verdict != null && verdict.kind() == Verdict.Kind.PASSED) {
            return new Review(verdict.at(), null, false);
        }
        if (!operating || (verdict != null && verdict.kind() == Verdict.Kind.SENT_BACK)) {
            return NONE;
        }
        var since = verdict == null ? before.waitingSince() : verdict.waitingSince();
        // as exact as it is stored, so that the next look finds no difference
        return new Review(
                null,
                Objects.requireNonNullElse(since, now).truncatedTo(ChronoUnit.MILLIS),
                verdict != null && verdict.resubmitted());
    }

    /** Order of the queue as one string, so that one index and one cursor serve it: submitted again first, then who waits longest. */
    @Nullable
    String queueKey() {
        return waitingSince == null
                ? null
                : String.format(Locale.ROOT, "%d %015d", resubmitted ? 0 : 1, waitingSince.toEpochMilli());
    }
}
