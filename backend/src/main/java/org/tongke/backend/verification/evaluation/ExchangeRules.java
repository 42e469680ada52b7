package org.tongke.backend.verification.evaluation;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Rule;
import org.tongke.backend.verification.evaluation.Rejected.Reason;

/** The criterion that backbone teachers of the core school work at every member school (annex 2, 二(三)). */
final class ExchangeRules {

    private ExchangeRules() {}

    static CriterionResult everyMemberCovered(Rule.MembersCovered rule, Question question) {
        var answer = new Answer();
        var uncovered = new TreeSet<>(question.facts().members());
        for (var exchange : question.facts().exchanges()) {
            var reason = reasonAgainst(exchange, question);
            if (reason == null) {
                answer.counted(FactRef.of(exchange));
                uncovered.remove(exchange.toSchool());
            } else {
                answer.rejected(FactRef.of(exchange), reason);
            }
        }
        answer.members(question.facts().members().size(), uncovered.stream().toList());
        DocumentRules.count(rule.documents(), question, answer);
        return answer.result(question);
    }

    private static @Nullable Reason reasonAgainst(ExchangeFact exchange, Question question) {
        var facts = question.facts();
        if (!exchange.fromSchool().equals(facts.core()) || !facts.members().contains(exchange.toSchool())) {
            return Reason.SCHOOLS_NOT_OF_COMMUNITY;
        }
        if (!question.span().overlaps(exchange.fromOn(), exchange.toOn())) {
            return Reason.OUTSIDE_YEAR;
        }
        if (exchange.fromOn().isAfter(question.span().dayOf(question.asOf()))) {
            return Reason.NOT_BEGUN_YET;
        }
        return exchange.backbone() ? null : Reason.NOT_BACKBONE;
    }
}
