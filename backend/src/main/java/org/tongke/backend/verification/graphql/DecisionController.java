package org.tongke.backend.verification.graphql;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.verification.Verdict;
import org.tongke.backend.verification.evaluation.CriterionResult.State;
import org.tongke.backend.verification.evaluation.FactRef;
import org.tongke.backend.verification.review.CriterionChange;
import org.tongke.backend.verification.review.Seen;

/** What was said and seen, in the section "verification" of the schema. */
@Controller
class DecisionController {
    private final EvidenceClaims evidence;
    private final Activities activities;
    private final FindingWords words;

    DecisionController(EvidenceClaims evidence, Activities activities, FindingWords words) {
        this.evidence = evidence;
        this.activities = activities;
        this.words = words;
    }

    @SchemaMapping(typeName = "Decision")
    Verdict.Kind kind(DecisionAnswer answer) {
        return answer.decision().kind();
    }

    @SchemaMapping(typeName = "Decision")
    String by(DecisionAnswer answer) {
        return answer.decision().by().name();
    }

    @SchemaMapping(typeName = "Decision")
    Instant at(DecisionAnswer answer) {
        return answer.decision().at();
    }

    @SchemaMapping(typeName = "Decision")
    @Nullable
    String reason(DecisionAnswer answer) {
        return answer.decision().reason();
    }

    @SchemaMapping(typeName = "Decision")
    List<ItemAnswer> items(DecisionAnswer answer) {
        return answer.decision().items().stream()
                .map(item -> new ItemAnswer(answer.finding(), item))
                .toList();
    }

    @SchemaMapping(typeName = "Decision")
    @Nullable
    SeenAnswer seen(DecisionAnswer answer) {
        var seen = answer.decision().seen();
        return seen == null ? null : new SeenAnswer(answer.finding().id().programmeId(), seen);
    }

    @SchemaMapping(typeName = "SentBackItem")
    String criterion(ItemAnswer answer) {
        return answer.item().criterion();
    }

    @SchemaMapping(typeName = "SentBackItem")
    @Nullable
    String label(ItemAnswer answer, Locale locale) {
        var fact = answer.item().fact();
        return fact == null ? null : words.label(fact, locale);
    }

    @SchemaMapping(typeName = "SentBackItem", field = "reason")
    String reasonOfItem(ItemAnswer answer) {
        return answer.item().reason();
    }

    @SchemaMapping(typeName = "SentBackItem")
    boolean mended(ItemAnswer answer) {
        return answer.finding().isMended(answer.item());
    }

    @BatchMapping(typeName = "SentBackItem", field = "evidence")
    Map<ItemAnswer, Evidence> evidence(List<ItemAnswer> answers) {
        var ids = answers.stream()
                .map(answer -> answer.idOf(FactRef.Type.EVIDENCE))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var found = ids.isEmpty() ? Map.<String, Evidence>of() : evidence.findAll(ids, Scope.EVERYWHERE);
        var each = new HashMap<ItemAnswer, Evidence>();
        for (var answer : answers) {
            var one = found.get(String.valueOf(answer.idOf(FactRef.Type.EVIDENCE)));
            if (one != null) {
                each.put(answer, one);
            }
        }
        return each;
    }

    /** Of a file, the activity that it shows. Two round trips. */
    @BatchMapping(typeName = "SentBackItem", field = "activity")
    Map<ItemAnswer, Activity> activity(List<ItemAnswer> answers) {
        var shown = evidence(answers);
        var idOf = new HashMap<ItemAnswer, String>();
        for (var answer : answers) {
            var file = shown.get(answer);
            var id = file == null ? answer.idOf(FactRef.Type.ACTIVITY) : file.activityId();
            if (id != null) {
                idOf.put(answer, id);
            }
        }
        var found = idOf.isEmpty()
                ? Map.<String, Activity>of()
                : activities.findAll(idOf.values().stream().distinct().toList(), Scope.EVERYWHERE);
        var each = new HashMap<ItemAnswer, Activity>();
        idOf.forEach((answer, id) -> {
            var one = found.get(id);
            if (one != null) {
                each.put(answer, one);
            }
        });
        return each;
    }

    @SchemaMapping(typeName = "SeenFacts", field = "at")
    Instant seenAt(SeenAnswer answer) {
        return answer.seen().at();
    }

    @BatchMapping(typeName = "SeenFacts", field = "criteria")
    List<List<SeenCriterion>> criteria(List<SeenAnswer> answers, @ContextValue Locale locale) {
        var measures = answers.stream()
                .flatMap(answer -> answer.seen().criteria().stream())
                .flatMap(criterion -> criterion.stood().measures().stream())
                .toList();
        var language = words.in(locale, measures);
        return answers.stream()
                .map(answer -> criteria(answer, language, locale))
                .toList();
    }

    private static List<SeenCriterion> criteria(SeenAnswer answer, FindingWords.In language, Locale locale) {
        return answer.seen().criteria().stream()
                .map(criterion -> new SeenCriterion(
                        criterion.stood().code(),
                        criterion.name().in(locale),
                        criterion.stood().state(),
                        criterion.stood().measures().stream()
                                .map(measure -> language.measure(
                                        measure,
                                        answer.programmeId(),
                                        answer.seen().mode(),
                                        criterion.stood().code()))
                                .toList(),
                        criterion.stood().facts().stream().map(language::fact).toList()))
                .toList();
    }

    @SchemaMapping(typeName = "SeenFacts")
    List<SeenFile> files(SeenAnswer answer) {
        return answer.seen().files().stream()
                .map(file -> new SeenFile(
                        new GlobalId("Evidence", file.evidenceId()).encode(),
                        file.criterion(),
                        file.fileName(),
                        file.sha256(),
                        file.uploadedBy(),
                        file.recordedAt()))
                .toList();
    }

    @SchemaMapping(typeName = "CriterionChange")
    String code(ChangeAnswer answer) {
        return answer.change().code();
    }

    @SchemaMapping(typeName = "CriterionChange")
    List<FigureChange> figures(ChangeAnswer answer) {
        var progress = answer.finding().progress();
        return answer.change().figures().stream()
                .map(figure -> new FigureChange(
                        answer.words()
                                .nameOf(
                                        figure.either(),
                                        progress.id().programmeId(),
                                        progress.mode(),
                                        answer.change().code()),
                        figure.before() == null ? null : figure.before().present(),
                        figure.after() == null ? null : figure.after().present(),
                        figure.either().needed()))
                .toList();
    }

    @SchemaMapping(typeName = "CriterionChange")
    List<FactChange> facts(ChangeAnswer answer) {
        return answer.change().facts().stream()
                .map(change -> new FactChange(change.kind(), answer.words().fact(change.fact())))
                .toList();
    }

    /** The type {@code SeenFacts} of the schema. */
    record SeenAnswer(String programmeId, Seen seen) {}

    /** The type of the schema. */
    record SeenCriterion(
            String code,
            String name,
            State state,
            List<CriterionController.Measure> measures,
            List<CriterionController.Fact> facts) {}

    /** The type of the schema. */
    record SeenFile(
            String evidenceId,
            String criterion,
            String fileName,
            String sha256,
            String uploadedBy,
            Instant recordedAt) {}

    /** The type of the schema. */
    record FigureChange(
            String name, @Nullable Integer before, @Nullable Integer after, int needed) {}

    /** The type of the schema. */
    record FactChange(CriterionChange.Kind kind, CriterionController.Fact fact) {}
}
