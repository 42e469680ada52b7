package org.tongke.backend.verification.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a community has shown of a standard.
 *
 * @param community id of the community
 * @param asOf the moment it was looked at
 * @param criteria one result for every criterion of the standard, in order
 */
public record CommunityResult(String community, Instant asOf, List<CriterionResult> criteria) {

    public CommunityResult {
        criteria = List.copyOf(criteria);
    }

    /** Whether something is asked and all of it is met. Never true for a mode that is assessed locally. */
    public boolean allMet() {
        return askedCount() > 0 && metCount() == askedCount();
    }

    public long metCount() {
        return count(CriterionResult.State.MET);
    }

    public long askedCount() {
        return criteria.size() - count(CriterionResult.State.NOT_ASKED);
    }

    public Optional<CriterionResult> find(String criterion) {
        return criteria.stream()
                .filter(result -> result.criterion().equals(criterion))
                .findFirst();
    }

    private long count(CriterionResult.State state) {
        return criteria.stream().filter(result -> result.state() == state).count();
    }
}
