package org.tongke.backend.verification.evaluation;

import java.util.List;
import java.util.Objects;
import org.tongke.backend.community.programme.Rule;
import org.tongke.backend.community.programme.Rule.ActivityCount;
import org.tongke.backend.community.programme.Rule.CountingUnit;

/** Criteria that count activities (annex 2, 二(一) and 二(二)). */
final class ActivityRules {

    private ActivityRules() {}

    /** 2.1: synced lessons, enough of them and in enough subjects. A lesson without a subject counts as a lesson. */
    static CriterionResult enoughSubjectsAndLessons(Rule.SubjectsAndLessons rule, Question question) {
        var answer = new Answer();
        var lessons = rule.lessons();
        var tally = ActivityTally.of(List.of(lessons), rule.between(), question, answer);
        for (var group : groups(tally.activities(lessons), rule.unit(), question.facts())) {
            long subjects = group.activities().stream()
                    .map(ActivityFact::subject)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            answer.subjects(lessons.activityKind(), group.pairedWith(), rule.subjects(), (int) subjects);
            count(lessons, group, answer);
        }
        countDocuments(lessons, tally, answer);
        return answer.result(question);
    }

    /** 2.2: online and offline research, enough of each. */
    static CriterionResult enoughOfEachKind(Rule.ActivityCounts rule, Question question) {
        var answer = new Answer();
        var tally = ActivityTally.of(rule.counts(), rule.between(), question, answer);
        for (var count : rule.counts()) {
            groups(tally.activities(count), rule.unit(), question.facts())
                    .forEach(group -> count(count, group, answer));
            countDocuments(count, tally, answer);
        }
        return answer.result(question);
    }

    private static void count(ActivityCount count, PairGroup group, Answer answer) {
        answer.activities(
                count.activityKind(),
                group.pairedWith(),
                count.atLeast(),
                group.activities().size());
    }

    private static void countDocuments(ActivityCount count, ActivityTally tally, Answer answer) {
        count.documents().forEach(document -> answer.document(document, tally.files(document)));
    }

    /** What is counted together: everything once, or for each member school what it shares with the core school. */
    private static List<PairGroup> groups(List<ActivityFact> activities, CountingUnit unit, CommunityFacts facts) {
        return switch (unit) {
            case COMMUNITY -> List.of(new PairGroup(null, activities));
            case PAIR ->
                facts.members().stream()
                        .map(member -> new PairGroup(
                                member,
                                activities.stream()
                                        .filter(activity ->
                                                activity.schools().containsAll(List.of(facts.core(), member)))
                                        .toList()))
                        .toList();
        };
    }
}
