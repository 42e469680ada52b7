package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.CriterionProgress;
import org.tongke.frontend.contract.types.CriterionState;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.EvidenceEdge;
import org.tongke.frontend.contract.types.SentBackItemInput;

/**
 * A place at which a reviewer stops: a piece of evidence, or a criterion that has none.
 *
 * @param criterion the criterion
 * @param evidence the evidence; null where the criterion has none
 */
record ReviewStop(CriterionProgress criterion, @Nullable Evidence evidence) {

    /** All stops of a community in the order of the criteria, the newest evidence first. What is not asked is no stop. */
    static List<ReviewStop> all(Reviews.Case seen) {
        var stops = new ArrayList<ReviewStop>();
        var criteria = seen.community().getProgress().getCriteria();
        for (var criterion : criteria == null ? List.<CriterionProgress>of() : criteria) {
            if (criterion.getState() == CriterionState.NOT_ASKED) {
                continue;
            }
            var before = stops.size();
            seen.community().getEvidence().getEdges().stream()
                    .map(EvidenceEdge::getNode)
                    .filter(one -> one.getCriterion().equals(criterion.getCode()))
                    .forEach(one -> stops.add(new ReviewStop(criterion, one)));
            if (stops.size() == before) {
                stops.add(new ReviewStop(criterion, null));
            }
        }
        return stops;
    }

    /** Names it among the others: the id of the evidence, or the number of the criterion. */
    String key() {
        return evidence == null ? criterion.getCode() : evidence.getId();
    }

    /** What it is, for a person. */
    String label() {
        if (evidence == null) {
            return criterion.getCode() + " " + criterion.getName();
        }
        if (evidence.getActivity() != null) {
            return text(
                    "verification.review.fileOf",
                    evidence.getActivity().getTitle(),
                    Formats.day(evidence.getActivity().getStartsAt()));
        }
        return evidence.getFileName();
    }

    /** It, as something to mend. */
    SentBackItemInput item(String reason) {
        return SentBackItemInput.newBuilder()
                .criterion(criterion.getCode())
                .evidenceId(evidence == null ? null : evidence.getId())
                .reason(reason)
                .build();
    }
}
