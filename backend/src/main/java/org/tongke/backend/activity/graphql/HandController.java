package org.tongke.backend.activity.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.EntryForm;
import org.tongke.backend.activity.HandEntries;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** Activities that schools enter, in the section "activity" of the schema. */
@Controller
class HandController {
    private static final String EDIT = "Mutation.editActivity";

    private final HandEntries entries;
    private final Answers answers;
    private final Texts texts;
    private final WhoMay whoMay;

    HandController(HandEntries entries, Answers answers, Texts texts, WhoMay whoMay) {
        this.entries = entries;
        this.answers = answers;
        this.texts = texts;
        this.whoMay = whoMay;
    }

    @SchemaMapping
    boolean viewerCanEdit(Activity activity, Viewer viewer) {
        return whyNot(activity, viewer).isEmpty();
    }

    @SchemaMapping
    List<UserError> viewerCannotEditReasons(Activity activity, Viewer viewer, Locale locale) {
        return texts.userErrors(whyNot(activity, viewer), locale);
    }

    private List<Refusal> whyNot(Activity activity, Viewer viewer) {
        var reasons = new ArrayList<Refusal>();
        var permission = whoMay.permission(EDIT, viewer);
        if (!permission.allowed() || !permission.scope().covers(activity.places())) {
            reasons.add(Refusal.of(ErrorCode.FORBIDDEN, List.of()));
        }
        HandEntries.whyNotEditable(activity).ifPresent(reasons::add);
        return reasons;
    }

    @MutationMapping
    ActivityPayload enterActivity(@Argument EnterInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.enter(
                        input.id(),
                        GlobalId.rawOrNobodys("Community", input.communityId()),
                        input.facts().form(),
                        input.startsAt(),
                        input.endsAt(),
                        viewer,
                        scope));
    }

    @MutationMapping
    ActivityPayload editActivity(@Argument EditInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.edit(
                        raw(input.activityId()),
                        input.expectedRevision(),
                        input.facts().form(),
                        viewer,
                        scope));
    }

    @MutationMapping
    ActivityPayload moveActivity(@Argument MoveInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.move(
                        raw(input.activityId()),
                        input.expectedRevision(),
                        input.startsAt(),
                        input.endsAt(),
                        viewer,
                        scope));
    }

    @MutationMapping
    ActivityPayload cancelActivity(@Argument CancelInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.cancel(raw(input.activityId()), input.expectedRevision(), input.reason(), viewer, scope));
    }

    @MutationMapping
    ActivityPayload copyActivity(@Argument CopyInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.copy(
                        input.id(),
                        raw(input.activityId()),
                        input.startsAt(),
                        Optional.ofNullable(input.endsAt()),
                        viewer,
                        scope));
    }

    private ActivityPayload answer(Locale locale, Supplier<Activity> command) {
        return answers.to(command, ActivityPayload::new, locale);
    }

    private static String raw(String activityId) {
        return GlobalId.rawOrNobodys("Activity", activityId);
    }

    record EnterInput(UUID id, String communityId, Instant startsAt, Instant endsAt, FactsInput facts) {}

    record EditInput(String activityId, long expectedRevision, FactsInput facts) {}

    record MoveInput(String activityId, long expectedRevision, Instant startsAt, Instant endsAt) {}

    record CancelInput(
            String activityId,
            long expectedRevision,
            @Nullable String reason) {}

    record CopyInput(
            UUID id,
            String activityId,
            Instant startsAt,
            @Nullable Instant endsAt) {}

    record FactsInput(
            String kind,
            String title,
            @Nullable String subject,
            @Nullable String grade,
            @Nullable String className,
            List<SchoolInput> schools,
            List<TeacherInput> teachers,
            @Nullable String series,
            @Nullable String joinUrl,
            @Nullable String recordingUrl,
            List<EntryForm.Material> materials,
            List<EntryForm.Attribute> attributes) {

        EntryForm form() {
            return new EntryForm(
                    kind,
                    title,
                    subject,
                    grade,
                    className,
                    schools.stream().map(SchoolInput::form).toList(),
                    teachers.stream().map(TeacherInput::form).toList(),
                    series,
                    joinUrl,
                    recordingUrl,
                    materials,
                    attributes);
        }
    }

    record SchoolInput(
            String schoolId,
            @Nullable String room,
            @Nullable String className) {
        EntryForm.School form() {
            return new EntryForm.School(GlobalId.rawOrNobodys("School", schoolId), room, className);
        }
    }

    record TeacherInput(
            @Nullable String teacherId,
            @Nullable String name,
            TeachingRole role,
            @Nullable String schoolId) {
        EntryForm.Teacher form() {
            return new EntryForm.Teacher(
                    teacherId == null ? null : GlobalId.rawOrNobodys("Teacher", teacherId),
                    name,
                    role,
                    schoolId == null ? null : GlobalId.rawOrNobodys("School", schoolId));
        }
    }

    record ActivityPayload(@Nullable Activity activity, List<UserError> errors) {}
}
