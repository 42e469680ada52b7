package org.tongke.backend.activity.graphql;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityKind;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;

/** Activities in the section "activity" of the schema. */
@Controller
class ActivityController {
    private static final String RECORD_ATTENDANCE = "Mutation.recordAttendance";

    private final Activities activities;
    private final ActivityKinds kinds;
    private final Subjects subjects;
    private final Schools schools;
    private final Communities communities;
    private final Answers answers;
    private final WhoMay whoMay;
    private final Clock clock;

    ActivityController(
            Activities activities,
            ActivityKinds kinds,
            Subjects subjects,
            Schools schools,
            Communities communities,
            Answers answers,
            WhoMay whoMay,
            Clock clock) {
        this.activities = activities;
        this.kinds = kinds;
        this.subjects = subjects;
        this.schools = schools;
        this.communities = communities;
        this.answers = answers;
        this.whoMay = whoMay;
        this.clock = clock;
    }

    @SchemaMapping
    ActivityKind kind(Activity activity) {
        return kinds.get(activity.kindCode());
    }

    @SchemaMapping
    String name(ActivityKind kind, Locale locale) {
        return kind.name().in(locale);
    }

    @SchemaMapping
    Optional<Subject> subject(Activity activity) {
        return Optional.ofNullable(activity.subjectCode()).map(subjects::get);
    }

    @SchemaMapping
    String name(Subject subject, Locale locale) {
        return subject.name().in(locale);
    }

    @BatchMapping
    Map<ActivitySchool, School> school(List<ActivitySchool> taking) {
        var found = schools.findAll(ids(taking, ActivitySchool::schoolId), Scope.EVERYWHERE);
        return each(taking, ActivitySchool::schoolId, found);
    }

    @BatchMapping
    Map<Activity, Community> community(List<Activity> activities) {
        var found = communities.findAll(ids(activities, Activity::communityId), Scope.EVERYWHERE);
        return each(activities, Activity::communityId, found);
    }

    @SchemaMapping
    boolean viewerCanRecordAttendance(Activity activity, Viewer viewer) {
        return activity.takesAttendance(clock.instant()) && mayRecordAttendance(activity, viewer);
    }

    @SchemaMapping
    Optional<Instant> viewerCanRecordAttendanceFrom(Activity activity, Viewer viewer) {
        return Optional.of(activity.startsAt())
                .filter(start -> activity.takesAttendance(start) && mayRecordAttendance(activity, viewer));
    }

    private boolean mayRecordAttendance(Activity activity, Viewer viewer) {
        var permission = whoMay.permission(RECORD_ATTENDANCE, viewer);
        return permission.allowed() && permission.scope().covers(activity.places());
    }

    @MutationMapping
    RecordAttendancePayload recordAttendance(
            @Argument RecordAttendanceInput input, Viewer viewer, Scope scope, Locale locale) {
        // an id that names no activity is answered like an activity that is not there
        var id = GlobalId.rawOrNobodys("Activity", input.activityId());
        return answers.to(
                () -> activities.recordAttendance(id, input.attended(), input.expectedRevision(), viewer, scope),
                RecordAttendancePayload::new,
                locale);
    }

    private static <T> Collection<String> ids(List<T> things, Function<T, String> id) {
        return things.stream().map(id).collect(Collectors.toSet());
    }

    private static <T, R> Map<T, R> each(List<T> things, Function<T, String> id, Map<String, R> found) {
        return things.stream()
                .filter(thing -> found.containsKey(id.apply(thing)))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), thing -> found.get(id.apply(thing))));
    }

    @Bean
    static NodeFinder activityNodes(Activities activities) {
        return NodeFinder.of(Activity.class, (raw, viewer, scope) -> activities.find(raw, scope));
    }

    record RecordAttendanceInput(String activityId, long expectedRevision, int attended) {}

    record RecordAttendancePayload(@Nullable Activity activity, List<UserError> errors) {}
}
