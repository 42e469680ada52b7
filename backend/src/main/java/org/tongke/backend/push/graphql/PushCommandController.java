package org.tongke.backend.push.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.push.Push;
import org.tongke.backend.push.PushSaid;
import org.tongke.backend.push.Pushing;

/** What a centre does with pushes, in the section "push" of the schema. */
@Controller
class PushCommandController {
    private final Pushing pushing;
    private final Answers answers;

    PushCommandController(Pushing pushing, Answers answers) {
        this.pushing = pushing;
        this.answers = answers;
    }

    @MutationMapping
    PushPayload createPush(@Argument CreateInput input, Viewer viewer, Locale locale) {
        return answers.to(
                () -> pushing.create(input.id(), centre(input.centreId()), input.read(), viewer),
                PushPayload::new,
                locale);
    }

    @MutationMapping
    PushPayload editPush(@Argument EditInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> pushing.edit(raw(input.pushId()), input.expectedRevision(), input.read(), viewer, scope),
                PushPayload::new,
                locale);
    }

    @MutationMapping
    PushPayload recallPush(@Argument RecallInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> pushing.recall(raw(input.pushId()), input.expectedRevision(), input.reason(), viewer, scope),
                PushPayload::new,
                locale);
    }

    @MutationMapping
    PushPayload remindPush(@Argument RemindInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> pushing.remind(input.id(), raw(input.pushId()), viewer, scope), PushPayload::new, locale);
    }

    private static String raw(String pushId) {
        return GlobalId.rawOrNobodys("Push", pushId);
    }

    /** Code of the region that is named. */
    static Optional<String> centre(@Nullable String centreId) {
        return Optional.ofNullable(centreId).map(id -> GlobalId.rawOrNobodys("Region", id));
    }

    record CreateInput(
            UUID id,
            @Nullable String centreId,
            String resourceId,
            RuleInput rule,
            @Nullable String note,
            @Nullable Instant sendAt,
            boolean confirmEverybody) {

        PushSaid read() {
            return said(resourceId, rule, note, sendAt, confirmEverybody);
        }
    }

    record EditInput(
            String pushId,
            long expectedRevision,
            String resourceId,
            RuleInput rule,
            @Nullable String note,
            @Nullable Instant sendAt,
            boolean confirmEverybody) {

        PushSaid read() {
            return said(resourceId, rule, note, sendAt, confirmEverybody);
        }
    }

    private static PushSaid said(
            String resourceId,
            RuleInput rule,
            @Nullable String note,
            @Nullable Instant sendAt,
            boolean confirmEverybody) {
        return new PushSaid(
                GlobalId.rawOrNobodys("Resource", resourceId),
                rule.read(),
                Optional.ofNullable(note),
                Optional.ofNullable(sendAt),
                confirmEverybody);
    }

    record RecallInput(String pushId, long expectedRevision, String reason) {}

    record RemindInput(UUID id, String pushId) {}

    /** The payload of all of them. */
    record PushPayload(@Nullable Push push, List<UserError> errors) {}
}
