package org.tongke.backend.verification.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.DocumentAsked;
import org.tongke.backend.community.programme.Rule.ActivityCount;
import org.tongke.backend.community.programme.Rule.Between;
import org.tongke.backend.verification.evaluation.Rejected.Reason;

/** The activities and files that count for a criterion, sorted from those that do not. */
final class ActivityTally {

    private final List<ActivityCount> counts;
    private final Question question;
    private final Answer answer;
    /** Activities that count, by id, earliest first. */
    private final Map<String, ActivityFact> good = new LinkedHashMap<>();

    /** Claims that count, each with another file. */
    private final List<Claim> claims = new ArrayList<>();

    private ActivityTally(List<ActivityCount> counts, Question question, Answer answer) {
        this.counts = counts;
        this.question = question;
        this.answer = answer;
    }

    static ActivityTally of(List<ActivityCount> counts, Between between, Question question, Answer answer) {
        var tally = new ActivityTally(counts, question, answer);
        tally.sortActivities(between);
        tally.sortEvidence();
        tally.dropUnproven();
        tally.good.values().forEach(activity -> answer.counted(FactRef.of(activity)));
        return tally;
    }

    /** The activities of the count's kind that count. */
    List<ActivityFact> activities(ActivityCount count) {
        return good.values().stream()
                .filter(activity -> activity.kind().equals(count.activityKind()))
                .toList();
    }

    /** How many files count as the document. */
    int files(DocumentAsked document) {
        return (int) claims.stream()
                .filter(claim -> claim.document().equals(document))
                .count();
    }

    private void sortActivities(Between between) {
        var seen = new HashSet<String>();
        for (var activity : question.facts().activities()) {
            if (isCountedHere(activity)) {
                var reason = seen.add(activity.lesson()) ? reasonAgainst(activity, between) : Reason.DUPLICATE;
                if (reason == null) {
                    good.put(activity.id(), activity);
                } else {
                    answer.rejected(FactRef.of(activity), reason);
                }
            }
        }
    }

    private @Nullable Reason reasonAgainst(ActivityFact activity, Between between) {
        if (activity.cancelled()) {
            return Reason.CANCELLED;
        }
        var own = question.facts().ownAmong(activity.schools());
        if (own.size() < 2) {
            return Reason.SCHOOLS_NOT_OF_COMMUNITY;
        }
        if (between == Between.CORE_AND_MEMBER && !own.contains(question.facts().core())) {
            return Reason.CORE_SCHOOL_ABSENT;
        }
        if (!question.span().contains(activity.startAt())) {
            return Reason.OUTSIDE_YEAR;
        }
        if (activity.endAt().isAfter(question.asOf())) {
            return Reason.NOT_OVER_YET;
        }
        return activity.waitsForConfirmation() ? Reason.NOT_CONFIRMED : null;
    }

    private void sortEvidence() {
        var hashes = new HashSet<String>();
        question.facts().evidence().stream()
                .filter(this::belongsHere)
                .map(this::claim)
                .flatMap(Optional::stream)
                .sorted(Claim.PRECEDENCE)
                .forEach(claim -> {
                    if (hashes.add(claim.evidence().fileHash())) {
                        claims.add(claim);
                        answer.counted(FactRef.of(claim.evidence()));
                    } else {
                        answer.rejected(FactRef.of(claim.evidence()), Reason.DUPLICATE);
                    }
                });
    }

    /** It names the criterion, or no criterion but an activity of a kind that is counted here. */
    private boolean belongsHere(EvidenceFact evidence) {
        if (evidence.criterion() != null) {
            return evidence.criterion().equals(question.criterion().id());
        }
        return question.facts().activities().stream()
                .anyMatch(activity -> activity.id().equals(evidence.activity()) && isCountedHere(activity));
    }

    /** What the evidence claims; nothing, with the reason noted, where it cannot count. */
    private Optional<Claim> claim(EvidenceFact evidence) {
        var activity = evidence.activity() == null ? null : good.get(evidence.activity());
        if (evidence.activity() != null && activity == null) {
            answer.rejected(FactRef.of(evidence), Reason.ACTIVITY_NOT_COUNTED);
            return Optional.empty();
        }
        var claim = counts.stream()
                .filter(count -> activity == null || count.activityKind().equals(activity.kind()))
                .flatMap(count -> count.documents().stream())
                .filter(document -> document.kinds().contains(evidence.kind()))
                .findFirst()
                .map(document -> new Claim(evidence, document, activity));
        if (claim.isEmpty()) {
            answer.rejected(FactRef.of(evidence), Reason.WRONG_KIND);
        }
        return claim;
    }

    /** Where a document is asked of each activity, those without it do not count. */
    private void dropUnproven() {
        for (var count : counts) {
            for (var document : count.documents()) {
                if (document.need() == DocumentAsked.Need.EACH) {
                    activities(count).stream()
                            .filter(activity -> !isProven(activity, document))
                            .forEach(activity -> {
                                good.remove(activity.id());
                                answer.rejected(FactRef.of(activity), Reason.PROOF_MISSING);
                            });
                }
            }
        }
    }

    private boolean isProven(ActivityFact activity, DocumentAsked document) {
        return claims.stream()
                .anyMatch(claim ->
                        activity.equals(claim.activity()) && claim.document().equals(document));
    }

    private boolean isCountedHere(ActivityFact activity) {
        return counts.stream().anyMatch(count -> count.activityKind().equals(activity.kind()));
    }
}
