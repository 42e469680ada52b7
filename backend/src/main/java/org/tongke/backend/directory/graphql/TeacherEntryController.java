package org.tongke.backend.directory.graphql;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.TeacherEntries;
import org.tongke.backend.directory.TeacherEntries.Said;
import org.tongke.backend.directory.TeacherFilter;
import org.tongke.backend.directory.Teachers;

/** The teachers in the section "directory" of the schema. */
@Controller
class TeacherEntryController {
    private static final String TYPE = "Teacher";

    private final Teachers teachers;
    private final TeacherEntries entries;
    private final Answers answers;

    TeacherEntryController(Teachers teachers, TeacherEntries entries, Answers answers) {
        this.teachers = teachers;
        this.entries = entries;
        this.answers = answers;
    }

    @QueryMapping
    Connection<Teacher> teachers(
            @Argument @Nullable String placeId,
            @Argument @Nullable String name,
            @Argument @Nullable String subject,
            @Argument @Nullable Boolean left,
            @Argument int first,
            @Argument @Nullable String after,
            Scope scope) {
        var page = PageRequest.of(Teachers.LIST, Teachers.LIST_KEYS, first, after);
        return teachers.list(new TeacherFilter(place(placeId), name, subject, left), page, scope);
    }

    @QueryMapping
    long teacherCount(
            @Argument @Nullable String placeId,
            @Argument @Nullable String name,
            @Argument @Nullable String subject,
            @Argument @Nullable Boolean left,
            Scope scope) {
        return teachers.count(new TeacherFilter(place(placeId), name, subject, left), scope);
    }

    /** Key of a school or region; one that nothing has, if it is the id of neither. */
    private static @Nullable String place(@Nullable String placeId) {
        return Optional.ofNullable(placeId)
                .map(id -> GlobalId.rawOf("School", id)
                        .map(PlaceKey::school)
                        .orElseGet(() -> PlaceKey.region(GlobalId.rawOrNobodys("Region", id)))
                        .value())
                .orElse(null);
    }

    @MutationMapping
    TeacherPayload putTeacher(@Argument PutInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.put(
                        input.id().toString(),
                        GlobalId.rawOrNobodys("School", input.schoolId()),
                        new Said(input.name(), input.subject(), input.number()),
                        viewer,
                        scope));
    }

    @MutationMapping
    TeacherPayload editTeacher(@Argument EditInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.edit(
                        raw(input.teacherId()),
                        input.expectedRevision(),
                        new Said(input.name(), input.subject(), input.number()),
                        input.number() == null,
                        viewer,
                        scope));
    }

    @MutationMapping
    TeacherPayload moveTeacher(@Argument MoveInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.move(
                        raw(input.teacherId()),
                        input.expectedRevision(),
                        GlobalId.rawOrNobodys("School", input.schoolId()),
                        viewer,
                        scope));
    }

    @MutationMapping
    TeacherPayload leaveTeacher(@Argument LeaveInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.leave(raw(input.teacherId()), input.expectedRevision(), input.leftOn(), viewer, scope));
    }

    private TeacherPayload answer(Locale locale, Supplier<Teacher> command) {
        return answers.to(command, TeacherPayload::new, locale);
    }

    private static String raw(String teacherId) {
        return GlobalId.rawOrNobodys(TYPE, teacherId);
    }

    record PutInput(
            UUID id,
            String schoolId,
            String name,
            @Nullable String subject,
            @Nullable String number) {}

    record EditInput(
            String teacherId,
            long expectedRevision,
            String name,
            @Nullable String subject,
            @Nullable String number) {}

    record MoveInput(String teacherId, long expectedRevision, String schoolId) {}

    record LeaveInput(
            String teacherId,
            long expectedRevision,
            @Nullable LocalDate leftOn) {}

    /** The payloads of all four mutations. */
    record TeacherPayload(@Nullable Teacher teacher, List<UserError> errors) {}
}
