package org.tongke.backend.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.subscription.Changes;
import org.tongke.backend.base.subscription.Subscriptions;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import reactor.core.publisher.Flux;

/** Activities as they are written, for who subscribes. */
@Component
public class ActivityChanges {
    private static final String NAME = "activitiesChanged";

    private final Subscriptions subscriptions;

    ActivityChanges(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * Activities that meet a filter, in the order in which they were written, new ones and those that are shown as another
     * supplier's among them; see {@link Subscriptions#open}.
     *
     * @param after position from which to go on; null for what is written from now on
     * @throws RequestException as {@link Subscriptions#open}
     */
    public Flux<ActivitiesChanged> follow(
            ActivityChangeFilter filter, @Nullable String after, Viewer viewer, Scope scope) {
        return subscriptions
                .open(
                        viewer,
                        NAME,
                        ActivityStore.COLLECTION,
                        after,
                        written -> scope.covers(written.places()) && filter.meets(written))
                .map(ActivityChanges::read);
    }

    /** The activities of changes that somebody is told of. */
    public static ActivitiesChanged read(Changes changes) {
        return new ActivitiesChanged(changes.read(ActivityChanges::read), changes.position());
    }

    private static Activity read(FeedEntry written) {
        return ActivityDocument.read(written.document()).activity();
    }

    /**
     * What a subscription is told at once.
     *
     * @param activities as they stood after they were written
     * @param position from which the subscription goes on
     */
    public record ActivitiesChanged(List<Activity> activities, String position) {}
}
