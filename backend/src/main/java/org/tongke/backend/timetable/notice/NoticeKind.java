package org.tongke.backend.timetable.notice;

import java.util.Collection;
import java.util.Set;
import org.tongke.backend.activity.ActivityField;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.base.mongo.FieldChange;

/** What a notice is about; where a change of an activity is several, the first counts. */
public enum NoticeKind {
    /** It does not take place. */
    CANCELLED,
    /** It takes place after all. */
    RESTORED,
    /** Another time. */
    MOVED,
    /** Another room, or another school. */
    PLACE,
    /** Other teachers. */
    TEACHERS,
    /** Another title. */
    TITLE,
    /** Join link, material or recording. */
    LINKS,
    /** Anything else, as its class. */
    DETAILS,
    /** A resource was pushed to one's school. */
    PUSHED,
    /** One is reminded of it. */
    REMINDED,
    /** It was taken back. */
    PUSH_RECALLED,
    /** The resource itself was taken back by who shared it. */
    RESOURCE_WITHDRAWN,
    /** A resource centre accepts what was recommended. */
    RECOMMENDATION_ACCEPTED,
    /** A resource centre declines what was recommended. */
    RECOMMENDATION_DECLINED,
    /** Somebody says that something is wrong with what one shares. */
    PROBLEM_REPORTED,
    /** Somebody says that something is wrong with a lesson that one sees to. */
    CORRECTION_ASKED,
    /** Somebody has seen to what one said to be wrong with a lesson. */
    CORRECTION_SETTLED;

    private static final Set<ActivityField> PLACES = Set.of(ActivityField.ROOM, ActivityField.SCHOOLS);
    private static final Set<ActivityField> LINKED =
            Set.of(ActivityField.JOIN_URL, ActivityField.MATERIALS, ActivityField.RECORDING_URL);

    /** What a change of some fields is about. */
    static NoticeKind of(Collection<FieldChange> changes) {
        return changes.stream().map(NoticeKind::of).min(Enum::compareTo).orElse(DETAILS);
    }

    private static NoticeKind of(FieldChange change) {
        var field = ActivityField.of(change.field());
        if (field == ActivityField.STATE) {
            return ActivityState.CANCELLED.name().equals(change.after()) ? CANCELLED : RESTORED;
        }
        if (PLACES.contains(field)) {
            return PLACE;
        }
        if (LINKED.contains(field)) {
            return LINKS;
        }
        return switch (field) {
            case TIME -> MOVED;
            case TEACHERS -> TEACHERS;
            case TITLE -> TITLE;
            default -> DETAILS;
        };
    }
}
