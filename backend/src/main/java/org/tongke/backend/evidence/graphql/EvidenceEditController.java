package org.tongke.backend.evidence.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceChange;
import org.tongke.backend.evidence.EvidenceEdits;
import org.tongke.backend.evidence.EvidenceFacts;
import org.tongke.backend.evidence.EvidenceState;

/** What is done to evidence after it was confirmed, and what the history tells of it, in the section "evidence" of the schema. */
@Controller
class EvidenceEditController {
    private static final String STATE = "state";

    private final EvidenceEdits edits;
    private final Answers answers;
    private final Texts texts;

    EvidenceEditController(EvidenceEdits edits, Answers answers, Texts texts) {
        this.edits = edits;
        this.answers = answers;
        this.texts = texts;
    }

    @MutationMapping
    EvidencePayload withdrawEvidence(@Argument WithdrawInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> edits.withdraw(raw(input.evidenceId()), input.expectedRevision(), input.reason(), viewer, scope));
    }

    @MutationMapping
    EvidencePayload restoreEvidence(@Argument RestoreInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(locale, () -> edits.restore(raw(input.evidenceId()), input.expectedRevision(), viewer, scope));
    }

    @MutationMapping
    EvidencePayload editEvidence(@Argument EditInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> edits.edit(raw(input.evidenceId()), input.expectedRevision(), input.facts(), viewer, scope));
    }

    @SchemaMapping
    boolean viewerCanChange(Evidence evidence, Viewer viewer) {
        return evidence.state() == EvidenceState.CURRENT && edits.mayChange(viewer, evidence);
    }

    @SchemaMapping
    boolean viewerCanRestore(Evidence evidence, Viewer viewer) {
        return evidence.state() == EvidenceState.WITHDRAWN && edits.mayChange(viewer, evidence);
    }

    @SchemaMapping
    List<EvidenceChange> history(Evidence evidence) {
        return evidence.life().history();
    }

    @SchemaMapping
    List<Field> fields(EvidenceChange change, Locale locale) {
        return change.fields().stream().map(field -> field(field, locale)).toList();
    }

    private Field field(FieldChange change, Locale locale) {
        return new Field(
                texts.get("evidence.field." + change.field(), locale),
                value(change.field(), change.before(), locale),
                value(change.field(), change.after(), locale));
    }

    private @Nullable String value(String field, @Nullable String kept, Locale locale) {
        return kept == null || !field.equals(STATE) ? kept : texts.get("evidence.state." + kept, locale);
    }

    private EvidencePayload answer(Locale locale, Supplier<Evidence> command) {
        return answers.to(command, EvidencePayload::new, locale);
    }

    private static String raw(String evidenceId) {
        return GlobalId.rawOrNobodys("Evidence", evidenceId);
    }

    /** The type {@code EvidenceFieldChange} of the schema. */
    record Field(
            String name, @Nullable String before, @Nullable String after) {}

    record WithdrawInput(String evidenceId, long expectedRevision, String reason) {}

    record RestoreInput(String evidenceId, long expectedRevision) {}

    record EditInput(
            String evidenceId,
            long expectedRevision,
            String criterion,
            @Nullable String activityId,
            @Nullable String note,
            @Nullable List<String> communityIds) {

        EvidenceFacts facts() {
            return new EvidenceFacts(
                    criterion,
                    Optional.ofNullable(activityId).map(given -> GlobalId.rawOrNobodys("Activity", given)),
                    Optional.ofNullable(note),
                    Optional.ofNullable(communityIds).map(EvidenceEditController::communities));
        }
    }

    static List<String> communities(List<String> ids) {
        return ids.stream().map(id -> GlobalId.rawOrNobodys("Community", id)).toList();
    }

    /** The payloads of all three mutations. */
    record EvidencePayload(@Nullable Evidence evidence, List<UserError> errors) {}
}
