package org.tongke.backend.verification.evaluation;

import java.time.Instant;
import java.util.stream.Collectors;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.community.programme.ProgrammeSpan;
import org.tongke.backend.community.programme.Rule;
import org.tongke.backend.community.programme.Standard;

/** Judges a community's facts by a standard. The kinds of rule are listed in {@link #evaluate(Question)}, each a function of its own. */
public final class Evaluator {

    private Evaluator() {}

    /**
     * What the community has shown by a moment.
     *
     * @param span the days of the programme; what starts on another day does not count
     * @param asOf what is over by then counts
     */
    public static CommunityResult evaluate(CommunityFacts facts, Standard standard, ProgrammeSpan span, Instant asOf) {
        var asked = standard.criteria(facts.mode()).stream()
                .collect(Collectors.toMap(Criterion::id, criterion -> criterion));
        var results = standard.criterionIds().stream()
                .map(id -> {
                    var criterion = asked.get(id);
                    return criterion == null
                            ? CriterionResult.notAsked(id)
                            : evaluate(new Question(criterion, facts, span, asOf));
                })
                .toList();
        return new CommunityResult(facts.community(), asOf, results);
    }

    private static CriterionResult evaluate(Question question) {
        return switch (question.criterion().rule()) {
            case Rule.Documents rule -> DocumentRules.documentsPresent(rule, question);
            case Rule.SubjectsAndLessons rule -> ActivityRules.enoughSubjectsAndLessons(rule, question);
            case Rule.ActivityCounts rule -> ActivityRules.enoughOfEachKind(rule, question);
            case Rule.MembersCovered rule -> ExchangeRules.everyMemberCovered(rule, question);
            case Rule.FreeMovement rule -> ExchangeRules.freeMovement(rule, question);
        };
    }
}
