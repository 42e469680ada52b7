package org.tongke.backend.verification.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/**
 * What became of a decision that was said beside others.
 *
 * @param said what was said
 * @param finding the finding afterwards; null when refused
 * @param refusals what it was refused for; empty if it was not
 */
public record DecisionOutcome(DecisionSaid said, @Nullable Finding finding, List<Refusal> refusals) {
    public DecisionOutcome {
        refusals = List.copyOf(refusals);
    }

    /** @throws RefusedException if it was refused */
    Finding get() {
        if (finding == null) {
            throw new RefusedException(refusals);
        }
        return finding;
    }
}
