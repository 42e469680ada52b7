package org.tongke.backend.activity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;

/**
 * The changes that people are told of. They are no documents of their own: they are found in the last {@link
 * org.tongke.backend.base.mongo.Fact#KEPT_CHANGES} changes that each activity keeps, so that none is lost and none is told twice,
 * whatever is killed and repeated. A new activity is no change.
 */
@Component
public class ToldChanges {
    private final ToldChangeStore store;
    private final Activities activities;

    ToldChanges(ToldChangeStore store, Activities activities) {
        this.store = store;
        this.activities = activities;
    }

    /**
     * Changes, the newest first. Two round trips.
     *
     * @param before only those that stand before this place; all if empty
     * @param limit how many at most
     */
    public List<ToldChange> list(ChangesAsked asked, Optional<ChangePlace> before, int limit) {
        if (asked.isNothing()) {
            return List.of();
        }
        var found = store.list(asked, before, limit);
        var ids = found.stream().map(ToldChangeStore.Found::activityId).collect(Collectors.toSet());
        var known = activities.findAll(ids, Scope.EVERYWHERE);
        return found.stream()
                .flatMap(
                        one -> Optional.ofNullable(known.get(one.activityId()))
                                .map(activity -> told(activity, one.change(), asked))
                                .stream())
                .toList();
    }

    /**
     * How many changes there are, counted up to a limit. One round trip.
     *
     * @param after only those that stand after this place; all if empty
     */
    public int count(ChangesAsked asked, Optional<ChangePlace> after, int limit) {
        if (asked.isNothing()) {
            return 0;
        }
        // so that activities that have changed since are looked at alone
        var newer = after.map(place -> asked.notBefore(place.recordedAt())).orElse(asked);
        return store.count(newer, after, limit);
    }

    /** Whether there is a change at a place of which somebody is told, whoever it is. One round trip. */
    public boolean exists(ChangePlace place) {
        return activities.find(place.activityId(), Scope.EVERYWHERE).stream()
                .flatMap(activity -> activity.history().stream())
                .anyMatch(change -> change.revision() == place.revision()
                        && change.recordedAt().equals(place.recordedAt())
                        && !change.channels().isEmpty());
    }

    private static ToldChange told(Activity activity, ActivityChange change, ChangesAsked asked) {
        return new ToldChange(activity, change.of(asked.fields(change, activity.places())));
    }
}
