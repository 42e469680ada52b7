package org.tongke.backend.verification.evaluation;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.DocumentAsked;

/**
 * Evidence that would count as a document, unless its file counts already.
 *
 * @param activity the activity it shows; null where it is for the criterion as a whole
 */
record Claim(
        EvidenceFact evidence,
        DocumentAsked document,
        @Nullable ActivityFact activity) {

    /** Which of several claims on one file holds: that of the earliest activity, those for the criterion as a whole last. */
    static final Comparator<Claim> PRECEDENCE = Comparator.comparing(
                    Claim::activity, Comparator.nullsLast(ActivityFact.ORDER))
            .thenComparing(Claim::evidence, EvidenceFact.ORDER);
}
