package org.tongke.frontend.verification;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.CommunityProgress;
import org.tongke.frontend.contract.types.CriterionProgress;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.EvidenceEdge;
import org.tongke.frontend.contract.types.ExchangePeriod;

/**
 * How a community stands: its criteria, as far as the caller may see them, and its newest evidence.
 *
 * @param community the community with all that was asked of it
 */
record Standing(Community community) {

    /** Progress in the current programme; empty where the caller is not concerned or the community is not one of its new ones. */
    Optional<CommunityProgress> progress() {
        return Optional.ofNullable(community.getProgress());
    }

    /** Criteria of annex 2 in their order. */
    List<CriterionProgress> criteria() {
        return progress().map(CommunityProgress::getCriteria).orElse(List.of());
    }

    /** Evidence for a criterion, the newest first. */
    List<Evidence> evidence(String criterion) {
        return community.getEvidence().getEdges().stream()
                .map(EvidenceEdge::getNode)
                .filter(evidence -> evidence.getCriterion().equals(criterion))
                .toList();
    }

    /** Exchange periods that hold, the newest first. */
    List<ExchangePeriod> exchanges() {
        return community.getExchangePeriods() == null ? List.of() : community.getExchangePeriods();
    }

    /** When this was so. */
    @Nullable
    OffsetDateTime asOf() {
        return progress().map(CommunityProgress::getAsOf).orElse(null);
    }
}
