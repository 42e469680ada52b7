package org.tongke.backend.verification;

import java.util.List;
import org.tongke.backend.verification.evaluation.CriterionResult.State;
import org.tongke.backend.verification.evaluation.Measure;
import org.tongke.backend.verification.evaluation.Missing;

/**
 * How a community stands at one criterion. It holds data only: words are made for whoever asks.
 *
 * @param code number of the criterion in annex 2, as in 2.1
 * @param state whether it is met
 * @param measures what is there and what is needed, in the order of the standard
 * @param missing what is lacking, in the same order; empty unless LACKING
 * @param facts facts that were looked at, the newest first; at most {@value #MOST_FACTS}
 */
public record CriterionProgress(
        String code, State state, List<Measure> measures, List<Missing> missing, List<ProgressFact> facts) {
    /** How many facts are kept; all of them are counted. */
    public static final int MOST_FACTS = 100;

    public CriterionProgress {
        measures = List.copyOf(measures);
        missing = List.copyOf(missing);
        facts = List.copyOf(facts);
    }

    CriterionProgress withoutFacts() {
        return new CriterionProgress(code, state, measures, missing, List.of());
    }
}
