package org.tongke.backend.verification.graphql;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.ActivityKind;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.evidence.FilesAsked;
import org.tongke.backend.file.inspection.MediaType;
import org.tongke.backend.verification.ProgressFact;
import org.tongke.backend.verification.evaluation.CriterionResult.State;
import org.tongke.backend.verification.evaluation.FactRef;
import org.tongke.backend.verification.evaluation.Rejected.Reason;
import org.tongke.backend.verification.words.Words;

/** Criteria in the section "verification" of the schema: all data are there, words are made here. */
@Controller
@SchemaMapping(typeName = "CriterionProgress")
class CriterionController {
    private final EvidenceClaims claims;
    private final ActivityKinds kinds;

    CriterionController(EvidenceClaims claims, ActivityKinds kinds) {
        this.claims = claims;
        this.kinds = kinds;
    }

    @SchemaMapping
    String code(CriterionAnswer answer) {
        return answer.found().code();
    }

    @SchemaMapping
    String name(CriterionAnswer answer) {
        return answer.words().nameOf(answer.criterion());
    }

    @SchemaMapping
    String asks(CriterionAnswer answer) {
        return answer.words().asks(answer.criterion().rule());
    }

    @SchemaMapping
    State state(CriterionAnswer answer) {
        return answer.found().state();
    }

    @SchemaMapping
    List<Measure> measures(CriterionAnswer answer) {
        return answer.found().measures().stream()
                .map(measure -> new Measure(
                        answer.words().nameOf(measure, answer.criterion().rule()), measure.present(), measure.needed()))
                .toList();
    }

    @SchemaMapping
    @Nullable
    String lacking(CriterionAnswer answer) {
        return answer.found().state() == State.LACKING ? answer.words().lacking(answer.found()) : null;
    }

    /** By the same rules as {@code Mutation.requestUpload}, so that a page offers what will be taken. */
    @SchemaMapping
    boolean viewerCanUpload(CriterionAnswer answer, Viewer viewer) {
        return answer.found().state() != State.NOT_ASKED
                && !takes(answer).isEmpty()
                && claims.mayClaim(
                        viewer,
                        answer.progress(),
                        answer.progress().id().programmeId(),
                        answer.found().code());
    }

    @SchemaMapping
    Set<MediaType> takes(CriterionAnswer answer) {
        return FilesAsked.types(answer.criterion(), Optional.empty());
    }

    @SchemaMapping
    List<ShownActivities> shows(CriterionAnswer answer) {
        var criterion = answer.criterion();
        return FilesAsked.activityKinds(criterion).stream()
                .map(code -> new ShownActivities(kinds.get(code), FilesAsked.types(criterion, Optional.of(code))))
                .toList();
    }

    @SchemaMapping
    List<Fact> facts(CriterionAnswer answer, Viewer viewer) {
        var canUpload = viewerCanUpload(answer, viewer);
        return answer.found().facts().stream()
                .map(fact -> fact(fact, answer.words(), answer.zone(), canUpload))
                .toList();
    }

    /** @param canUpload whether the caller may upload evidence for the criterion */
    static Fact fact(ProgressFact fact, Words words, ZoneId zone, boolean canUpload) {
        var reason = fact.reason();
        return new Fact(
                idOf(fact.fact()).encode(),
                fact.fact().type(),
                words.label(fact, zone),
                fact.counts(),
                reason == null ? null : words.reason(reason),
                reason == Reason.NOT_CONFIRMED,
                canUpload && isShowable(fact));
    }

    private static GlobalId idOf(FactRef fact) {
        return switch (fact.type()) {
            case ACTIVITY -> new GlobalId("Activity", fact.id());
            case EVIDENCE -> new GlobalId("Evidence", fact.id());
            case EXCHANGE -> new GlobalId("ExchangePeriod", fact.id());
        };
    }

    /** Whether a picture of it would be of use. */
    private static boolean isShowable(ProgressFact fact) {
        var reason = fact.reason();
        return fact.fact().type() == FactRef.Type.ACTIVITY
                && (reason == null || reason == Reason.PROOF_MISSING || reason == Reason.NOT_CONFIRMED);
    }

    /** The type {@code Measure} of the schema. */
    record Measure(String name, int present, int needed) {}

    /** The type {@code ShownActivities} of the schema. */
    record ShownActivities(ActivityKind kind, Set<MediaType> takes) {}

    /** The type {@code ProgressFact} of the schema. */
    record Fact(
            String id,
            FactRef.Type type,
            String label,
            boolean counts,
            @Nullable String reason,
            boolean waitsForConfirmation,
            boolean viewerCanUpload) {}
}
