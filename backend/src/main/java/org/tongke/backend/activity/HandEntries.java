package org.tongke.backend.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.value.Lengths;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;

/**
 * Activities that schools enter themselves. They are written like reports, under the supplier {@value ActivityKey#HAND}, so that
 * rules, history, places left and the feed are the same. What an outside supplier reports is changed only there.
 */
@Component
public class HandEntries {
    private static final String CONTENT = "hand";

    private final ActivityStore store;
    private final EntryReader reader;
    private final Communities communities;
    private final Clock clock;

    HandEntries(ActivityStore store, EntryReader reader, Communities communities, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.communities = communities;
        this.clock = clock;
    }

    /**
     * Enters an activity. Repeating it changes nothing, also after it was edited.
     *
     * @param id the client's id of it
     * @param communityId raw id of the community that its schools share
     * @param viewer somebody of one of its schools
     * @param scope where the viewer may enter activities
     * @return the activity
     * @throws RefusedException NOT_FOUND, SCHOOLS_NOT_YOURS, ID_REUSED, and what the rules of reports refuse
     */
    public Activity enter(
            UUID id, String communityId, EntryForm form, Instant startsAt, Instant endsAt, Viewer viewer, Scope scope) {
        var community = community(communityId, scope);
        EntryReader.checkTimes(startsAt, endsAt);
        var key = new ActivityKey(ActivityKey.HAND, id.toString());
        var report = named(read(key, 1, community, form, startsAt, endsAt, ""), viewer, scope);
        return create(report, viewer, scope);
    }

    /**
     * Enters an activity like another one at another time. Join link and recording are not taken over: they belong to that time.
     *
     * @param id the client's id of the new one
     * @param activityId raw id of the other one, whoever reports it
     * @param endsAt when it ends; as long after the start as the other one if empty
     * @throws RefusedException NOT_FOUND, SCHOOLS_NOT_YOURS, ID_REUSED, OUT_OF_RANGE, TIMES_BACKWARDS, LASTS_TOO_LONG
     */
    public Activity copy(
            UUID id, String activityId, Instant startsAt, Optional<Instant> endsAt, Viewer viewer, Scope scope) {
        var original = find(activityId, scope);
        var community = community(original.communityId(), Scope.EVERYWHERE);
        var end = endsAt.orElseGet(
                () -> startsAt.plusMillis(ChronoUnit.MILLIS.between(original.startsAt(), original.endsAt())));
        EntryReader.checkTimes(startsAt, end);
        var series = original.series();
        var details = new ActivityDetails(
                original.gradeCode(),
                series == null ? null : EntryReader.series(community, series.name()),
                original.materials(),
                null,
                original.details().attributes());
        var report = new ActivityReport(
                new ActivityKey(ActivityKey.HAND, id.toString()),
                new ReportedVersion(1, CONTENT),
                original.kindCode(),
                original.title(),
                original.subjectCode(),
                original.className(),
                startsAt,
                end,
                ActivityState.PLANNED,
                original.schools(),
                original.teachers(),
                original.communityId(),
                community.name(),
                "",
                null,
                details,
                community.countyCode(),
                original.places());
        return create(named(report, viewer, scope), viewer, scope);
    }

    private Activity create(ActivityReport report, Viewer viewer, Scope scope) {
        var write = ActivityWrite.of(Optional.empty(), report);
        if (store.write(List.of(write), Activities.originOf(viewer, write.after()), now())) {
            return find(report.key().id(), scope);
        }
        // it is there already: perhaps this very one, sent again
        var standing = store.find(report.key().id(), scope)
                .filter(found -> found.revision() > 1 || isSame(found, write.after()));
        return standing.orElseThrow(() -> refused(ErrorCode.ID_REUSED, "id"));
    }

    /**
     * Edits what is entered of an activity, without its time. Saying the same again changes nothing, whatever revision is expected.
     *
     * @throws RefusedException NOT_FOUND, OF_SUPPLIER, CANCELLED, SCHOOLS_NOT_YOURS, REVISION_STALE, and what the rules of reports
     *     refuse
     */
    public Activity edit(String activityId, long expectedRevision, EntryForm form, Viewer viewer, Scope scope) {
        var before = editable(activityId, scope);
        var community = community(before.communityId(), Scope.EVERYWHERE);
        var report = read(
                before.key(),
                before.revision() + 1,
                community,
                form,
                before.startsAt(),
                before.endsAt(),
                before.supplierName());
        ownSchool(report, scope);
        return write(before, report, expectedRevision, viewer, scope);
    }

    /**
     * Moves an activity to another time. Repeating it changes nothing, whatever revision is expected.
     *
     * @throws RefusedException NOT_FOUND, OF_SUPPLIER, CANCELLED, REVISION_STALE, OUT_OF_RANGE, TIMES_BACKWARDS, LASTS_TOO_LONG
     */
    public Activity move(
            String activityId, long expectedRevision, Instant startsAt, Instant endsAt, Viewer viewer, Scope scope) {
        EntryReader.checkTimes(startsAt, endsAt);
        var before = editable(activityId, scope);
        var report = again(before, startsAt, endsAt, ActivityState.PLANNED, before.details());
        return write(before, report, expectedRevision, viewer, scope);
    }

    /**
     * Calls an activity off. Repeating it changes nothing, whatever revision is expected and reason given.
     *
     * @param reason why; null if it is not told
     * @throws RefusedException NOT_FOUND, OF_SUPPLIER, REVISION_STALE, TOO_LONG, MALFORMED
     */
    public Activity cancel(
            String activityId, long expectedRevision, @Nullable String reason, Viewer viewer, Scope scope) {
        var why = Values.findText("reason", reason, Lengths.TITLE).orElse(null);
        var before = find(activityId, scope);
        if (before.state() == ActivityState.CANCELLED && before.key().isByHand()) {
            return before;
        }
        editable(before);
        return write(
                before,
                again(
                        before,
                        before.startsAt(),
                        before.endsAt(),
                        ActivityState.CANCELLED,
                        before.details().cancelledFor(why)),
                expectedRevision,
                viewer,
                scope);
    }

    /** Why nobody of a school can edit an activity, whoever it is; empty if somebody can. */
    public static Optional<Refusal> whyNotEditable(Activity activity) {
        if (!activity.key().isByHand()) {
            return Optional.of(Refusal.of(ErrorCode.OF_SUPPLIER, List.of("activityId"), activity.supplierName()));
        }
        return activity.state() == ActivityState.CANCELLED
                ? Optional.of(Refusal.of(ErrorCode.CANCELLED, List.of("activityId")))
                : Optional.empty();
    }

    private Activity editable(String activityId, Scope scope) {
        return editable(find(activityId, scope));
    }

    private static Activity editable(Activity activity) {
        whyNotEditable(activity).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        return activity;
    }

    private Activity find(String activityId, Scope scope) {
        return store.find(activityId, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "activityId"));
    }

    private Community community(String id, Scope scope) {
        return communities.find(id, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "communityId"));
    }

    private ActivityReport read(
            ActivityKey key,
            long revision,
            Community community,
            EntryForm form,
            Instant startsAt,
            Instant endsAt,
            String supplierName) {
        try {
            return reader.read(
                    key, new ReportedVersion(revision, CONTENT), community, form, startsAt, endsAt, supplierName);
        } catch (RefusedException refused) {
            throw EntryReader.inForm(refused);
        }
    }

    private ActivityReport again(
            Activity before, Instant startsAt, Instant endsAt, ActivityState state, ActivityDetails details) {
        var community = community(before.communityId(), Scope.EVERYWHERE);
        return new ActivityReport(
                before.key(),
                new ReportedVersion(before.revision() + 1, CONTENT),
                before.kindCode(),
                before.title(),
                before.subjectCode(),
                before.className(),
                startsAt,
                endsAt,
                state,
                before.schools(),
                before.teachers(),
                before.communityId(),
                community.name(),
                before.supplierName(),
                before.joinUrl(),
                details,
                community.countyCode(),
                before.places());
    }

    private Activity write(Activity before, ActivityReport report, long expectedRevision, Viewer viewer, Scope scope) {
        var write = ActivityWrite.of(Optional.of(before), report);
        if (isSame(before, write.after())) {
            return before;
        }
        if (before.revision() != expectedRevision
                || !store.write(List.of(write), Activities.originOf(viewer, before), now())) {
            throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
        }
        // an edit may take the caller's own school out, which stays his to see until he looks elsewhere
        return find(before.id(), Scope.EVERYWHERE);
    }

    private static boolean isSame(Activity one, Activity other) {
        return ActivityField.between(one.with(other.attendance()), other).isEmpty()
                && one.teachers().equals(other.teachers())
                && one.schools().equals(other.schools());
    }

    /** The report under the name of the caller's school. */
    private static ActivityReport named(ActivityReport report, Viewer viewer, Scope scope) {
        return report.named(ownSchool(report, scope).name());
    }

    /** The first of its schools at which the caller may enter activities. */
    private static ActivitySchool ownSchool(ActivityReport report, Scope scope) {
        return report.schools().stream()
                .filter(school ->
                        scope.covers(List.of(PlaceKey.school(school.schoolId()).value())))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(Refusal.of(ErrorCode.SCHOOLS_NOT_YOURS, List.of("facts", "schools"))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return new RefusedException(Refusal.of(code, List.of(path)));
    }
}
