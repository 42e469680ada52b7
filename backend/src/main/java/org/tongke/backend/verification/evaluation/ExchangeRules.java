package org.tongke.backend.verification.evaluation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Rule;
import org.tongke.backend.verification.evaluation.Rejected.Reason;

/** Criteria of teachers' exchange (annex 2, 二(三)). */
final class ExchangeRules {

    private ExchangeRules() {}

    /** Co-built: backbone teachers of the core school work at every member school. */
    static CriterionResult everyMemberCovered(Rule.MembersCovered rule, Question question) {
        var answer = new Answer();
        var uncovered = new TreeSet<>(question.facts().members());
        for (var exchange : question.facts().exchanges()) {
            var facts = question.facts();
            var fits = exchange.fromSchool().equals(facts.core())
                    && facts.members().contains(exchange.toSchool());
            var reason = reasonAgainst(exchange, fits, question)
                    .or(() -> exchange.backbone() ? Optional.empty() : Optional.of(Reason.NOT_BACKBONE))
                    .orElse(null);
            if (note(exchange, reason, answer)) {
                uncovered.remove(exchange.toSchool());
            }
        }
        answer.members(question.facts().members().size(), uncovered.stream().toList());
        DocumentRules.count(rule.documents(), 0, question, answer);
        return answer.result(question);
    }

    /** Merged: teachers move freely between the campuses; the list of them is a file, or the register itself. */
    static CriterionResult freeMovement(Rule.FreeMovement rule, Question question) {
        var answer = new Answer();
        var registered = new HashSet<String>();
        for (var exchange : question.facts().exchanges()) {
            var own = question.facts().ownAmong(Set.of(exchange.fromSchool(), exchange.toSchool()));
            var reason = reasonAgainst(exchange, own.size() == 2, question).orElse(null);
            if (note(exchange, reason, answer)) {
                registered.add(exchange.id());
            }
        }
        var asGood = registered.size() >= rule.exchanges() ? 1 : 0;
        DocumentRules.count(rule.documents(), asGood, question, answer);
        return answer.result(question);
    }

    /** Whether it counts. */
    private static boolean note(ExchangeFact exchange, @Nullable Reason reason, Answer answer) {
        if (reason == null) {
            answer.counted(FactRef.of(exchange));
        } else {
            answer.rejected(FactRef.of(exchange), reason);
        }
        return reason == null;
    }

    private static Optional<Reason> reasonAgainst(ExchangeFact exchange, boolean fits, Question question) {
        if (!fits) {
            return Optional.of(Reason.SCHOOLS_NOT_OF_COMMUNITY);
        }
        if (!question.span().overlaps(exchange.fromOn(), exchange.toOn())) {
            return Optional.of(Reason.OUTSIDE_YEAR);
        }
        if (exchange.fromOn().isAfter(question.span().dayOf(question.asOf()))) {
            return Optional.of(Reason.NOT_BEGUN_YET);
        }
        return Optional.empty();
    }
}
