package org.tongke.backend.verification.evaluation;

import java.util.List;

/**
 * What a community has shown of one criterion.
 *
 * @param criterion id of the criterion
 * @param state whether it is met
 * @param measures the numbers needed and present, in the order of the standard
 * @param missing what is lacking, in the same order; empty unless LACKING
 * @param counted the facts that count
 * @param rejected the facts that belong here but do not count, each with the reason
 */
public record CriterionResult(
        String criterion,
        State state,
        List<Measure> measures,
        List<Missing> missing,
        List<FactRef> counted,
        List<Rejected> rejected) {

    /** Whether a criterion is met. */
    public enum State {
        MET,
        LACKING,
        /** The standard does not ask it of the community's mode. */
        NOT_ASKED
    }

    public CriterionResult {
        measures = List.copyOf(measures);
        missing = List.copyOf(missing);
        counted = List.copyOf(counted);
        rejected = List.copyOf(rejected);
    }

    static CriterionResult notAsked(String criterion) {
        return new CriterionResult(criterion, State.NOT_ASKED, List.of(), List.of(), List.of(), List.of());
    }
}
