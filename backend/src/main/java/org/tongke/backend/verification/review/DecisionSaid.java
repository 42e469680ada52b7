package org.tongke.backend.verification.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Verdict;

/**
 * A decision as somebody says it.
 *
 * @param id the client's id of it
 * @param finding of which community, in which programme
 * @param expectedRevision the finding's revision as it was read
 * @param kind what is said
 * @param seen what the client saw, as {@link Finding#seen} gave it; empty where nothing is judged
 * @param reason why, or a note
 * @param items what is to be mended
 */
public record DecisionSaid(
        UUID id,
        ProgressId finding,
        long expectedRevision,
        Verdict.Kind kind,
        Optional<String> seen,
        Optional<String> reason,
        List<ItemSaid> items) {
    public DecisionSaid {
        items = List.copyOf(items);
    }
}
