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

    /** The result for a criterion; empty if the standard has none with the id. */
    public Optional<CriterionResult> find(String criterion) {
        return criteria.stream()
                .filter(result -> result.criterion().equals(criterion))
                .findFirst();
    }
}
