package org.tongke.backend.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was last said of a community between its county and its schools, as far as progress shows it.
 *
 * @param kind what was said
 * @param at when
 * @param waitingSince since when the community waits if all its criteria are met; null if the verdict ends the waiting
 * @param resubmitted whether its schools have submitted it again after it was sent back
 */
public record Verdict(Kind kind, Instant at, @Nullable Instant waitingSince, boolean resubmitted) {

    /** What can be said. */
    public enum Kind {
        /** The county found that it meets the standard. */
        PASSED,
        /** The county sent it back to its schools, with reasons. */
        SENT_BACK,
        /** Its schools have mended it and submit it again. */
        RESUBMITTED,
        /** The county took back what it had said. */
        WITHDRAWN
    }
}
