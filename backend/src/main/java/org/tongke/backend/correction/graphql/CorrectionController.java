package org.tongke.backend.correction.graphql;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.correction.Correction;
import org.tongke.backend.correction.CorrectionKind;
import org.tongke.backend.correction.Corrections;

/** What is said to be wrong with activities, in the section "correction" of the schema. */
@Controller
class CorrectionController {
    private static final String SETTLE = "Mutation.settleCorrection";

    private final Corrections corrections;
    private final Activities activities;
    private final WhoMay whoMay;
    private final Answers answers;
    private final Texts texts;

    CorrectionController(Corrections corrections, Activities activities, WhoMay whoMay, Answers answers, Texts texts) {
        this.corrections = corrections;
        this.activities = activities;
        this.whoMay = whoMay;
        this.answers = answers;
        this.texts = texts;
    }

    @QueryMapping
    Connection<Correction> corrections(
            @Argument boolean open, @Argument int first, @Argument @Nullable String after, Viewer viewer, Scope scope) {
        return corrections.list(
                open, PageRequest.of(Corrections.LIST, Corrections.LIST_KEYS, first, after), viewer, scope);
    }

    @BatchMapping
    Map<Correction, Activity> activity(List<Correction> corrections) {
        var found = activities.findAll(
                corrections.stream().map(one -> one.about().activityId()).collect(Collectors.toSet()),
                Scope.EVERYWHERE);
        var each = new HashMap<Correction, Activity>();
        for (var one : corrections) {
            var activity = found.get(one.about().activityId());
            if (activity != null) {
                each.put(one, activity);
            }
        }
        return each;
    }

    @SchemaMapping
    String title(Correction correction) {
        return correction.about().title();
    }

    @SchemaMapping
    Instant startsAt(Correction correction) {
        return correction.about().startsAt();
    }

    @SchemaMapping
    String kindWords(Correction correction, Locale locale) {
        return texts.get("correction.kind." + correction.kind(), locale);
    }

    @SchemaMapping
    boolean viewerCanSettle(Correction correction, Viewer viewer) {
        var permission = whoMay.permission(SETTLE, viewer);
        return correction.isOpen()
                && permission.allowed()
                && Corrections.maySettle(correction, viewer, permission.scope());
    }

    @MutationMapping
    CorrectionPayload askCorrection(@Argument AskInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> corrections.ask(
                        input.id(),
                        GlobalId.rawOrNobodys("Activity", input.activityId()),
                        input.kind(),
                        input.text(),
                        viewer,
                        scope),
                CorrectionPayload::new,
                locale);
    }

    @MutationMapping
    CorrectionPayload settleCorrection(@Argument SettleInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> corrections.settle(
                        GlobalId.rawOrNobodys("Correction", input.correctionId()),
                        input.expectedRevision(),
                        input.note(),
                        viewer,
                        scope),
                CorrectionPayload::new,
                locale);
    }

    @Bean
    static NodeFinder correctionNodes(Corrections corrections) {
        return NodeFinder.of(Correction.class, corrections::find);
    }

    record AskInput(
            UUID id,
            String activityId,
            CorrectionKind kind,
            @Nullable String text) {}

    record SettleInput(String correctionId, long expectedRevision, String note) {}

    /** The payloads of both mutations. */
    record CorrectionPayload(@Nullable Correction correction, List<UserError> errors) {}
}
