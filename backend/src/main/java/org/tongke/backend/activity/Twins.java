package org.tongke.backend.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/**
 * Lessons that several suppliers report: shown as one, with all their sources, until somebody says otherwise. Which are one follows
 * from the reports alone ({@link TwinArrangement}); what follows stands in the activities, so that no question needs to know of it.
 */
@Component
public class Twins {
    private static final String ACTIVITY_ID = "activityId";
    /** The history names the product where nobody said anything. */
    private static final Origin BY = new Origin("system", "同课", "twins");

    private final ActivityStore store;
    private final Clock clock;

    Twins(ActivityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Says that a reported activity is a lesson of its own, whatever others report. Repeating it changes nothing, whatever revision is
     * expected.
     *
     * @param activityId raw id of the one of the sources that is another lesson
     * @param expectedRevision its revision as it was read
     * @return it, as it stands by itself
     * @throws RefusedException NOT_FOUND, NO_TWINS, REVISION_STALE
     */
    public Activity separate(String activityId, long expectedRevision, Viewer viewer, Scope scope) {
        var before = get(activityId, scope);
        if (before.reporting().isApart()) {
            return before;
        }
        var twins = before.reporting().twins();
        if (twins == null) {
            throw refused(ErrorCode.NO_TWINS, ACTIVITY_ID);
        }
        return say(before, true, twins.ids(), expectedRevision, viewer, scope);
    }

    /**
     * Takes that back: then the reports again decide. Repeating it changes nothing, whatever revision is expected.
     *
     * @param activityId raw id of the one that is apart
     * @param expectedRevision its revision as it was read
     * @return it, as it stands then
     * @throws RefusedException NOT_FOUND, REVISION_STALE
     */
    public Activity rejoin(String activityId, long expectedRevision, Viewer viewer, Scope scope) {
        var before = get(activityId, scope);
        return before.reporting().isApart()
                ? say(before, false, List.of(activityId), expectedRevision, viewer, scope)
                : before;
    }

    private Activity say(
            Activity before,
            boolean apart,
            Collection<String> concerned,
            long expectedRevision,
            Viewer viewer,
            Scope scope) {
        if (before.revision() != expectedRevision
                || !store.writeTwin(before, before.apart(apart), Activities.originOf(viewer, before), now())) {
            throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
        }
        // the feed does it as well, but whoever said it looks at once
        settle(concerned);
        return get(before.id(), scope);
    }

    /**
     * Lets activities, and those that are or were one lesson with them, stand as their reports say. Can be repeated, and broken off:
     * whoever wrote one of them in between is followed by the feed. Two round trips, and one more if something must be written.
     *
     * @param ids raw ids
     */
    void settle(Collection<String> ids) {
        var found = new HashMap<String, Activity>();
        store.findWithTwins(ids).forEach(activity -> found.put(activity.id(), activity));
        var keys = found.values().stream()
                .flatMap(activity -> TwinKey.of(activity).stream())
                .collect(Collectors.toSet());
        if (!keys.isEmpty()) {
            store.findByTwinKeys(keys).forEach(activity -> found.put(activity.id(), activity));
        }
        var changes = TwinArrangement.changes(found.values());
        if (!changes.isEmpty()) {
            store.writeTwins(changes, BY, now());
        }
    }

    private Activity get(String activityId, Scope scope) {
        return store.find(activityId, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, ACTIVITY_ID));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return new RefusedException(Refusal.of(code, List.of(path)));
    }
}
