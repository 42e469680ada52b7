package org.tongke.backend.verification;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.verification.evaluation.FactRef;
import org.tongke.backend.verification.evaluation.Rejected;

/**
 * A fact that was looked at for a criterion, with what its label is made of.
 *
 * @param fact which one
 * @param name title of the activity, or name of the file
 * @param subjectCode what is taught; null where it is no subject
 * @param at when the activity begins, or when the evidence was confirmed
 * @param reason why it does not count; null if it does
 */
public record ProgressFact(
        FactRef fact, String name, @Nullable String subjectCode, Instant at, Rejected.@Nullable Reason reason) {

    static final Comparator<ProgressFact> NEWEST_FIRST =
            Comparator.comparing(ProgressFact::at).reversed().thenComparing(ProgressFact::fact);

    /** Whether it counts. */
    public boolean counts() {
        return reason == null;
    }
}
