package org.tongke.backend.year;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.evaluation.CriterionResult.State;
import org.tongke.backend.verification.evaluation.Measure;
import tools.jackson.databind.JsonNode;

/**
 * How a community stands.
 *
 * @param byCriterion by the criterion's number in annex 2
 */
record Verdicts(Map<String, Verdict> byCriterion) {

    /**
     * How it stands at one criterion.
     *
     * @param figures what is there that counts, in the order of the standard
     */
    record Verdict(boolean met, List<Integer> figures) {}

    static Verdicts of(JsonNode written) {
        var found = new TreeMap<String, Verdict>();
        written.properties()
                .forEach(one -> found.put(
                        one.getKey(),
                        new Verdict(
                                one.getValue().get("met").asBoolean(),
                                one.getValue()
                                        .get("figures")
                                        .valueStream()
                                        .map(JsonNode::asInt)
                                        .toList())));
        return new Verdicts(found);
    }

    static Verdicts of(CommunityProgress progress) {
        var found = new TreeMap<String, Verdict>();
        progress.criteria()
                .forEach(criterion -> found.put(
                        criterion.code(),
                        new Verdict(
                                criterion.state() == State.MET,
                                criterion.measures().stream()
                                        .map(Measure::present)
                                        .toList())));
        return new Verdicts(found);
    }

    /** Criteria at which it stands otherwise than in another. */
    List<String> differing(Verdicts other) {
        return byCriterion.keySet().stream()
                .filter(code -> !byCriterion.get(code).equals(other.byCriterion.get(code)))
                .toList();
    }
}
