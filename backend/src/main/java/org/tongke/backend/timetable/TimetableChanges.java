package org.tongke.backend.timetable;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ActivityChanges;
import org.tongke.backend.activity.ActivityChanges.ActivitiesChanged;
import org.tongke.backend.activity.ChangesAsked;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.subscription.Subscriptions;
import org.tongke.backend.base.who.Viewer;
import reactor.core.publisher.Flux;

/** Activities of one's own timetable as they are written, for who subscribes. */
@Component
public class TimetableChanges {
    private static final String NAME = "myTimetableChanged";

    private final Subscriptions subscriptions;
    private final WantedChanges wanted;

    TimetableChanges(Subscriptions subscriptions, WantedChanges wanted) {
        this.subscriptions = subscriptions;
        this.wanted = wanted;
    }

    /**
     * Activities that stand on a followed channel or stood there, or were added, and are not hidden, in the order in which they were
     * written; see {@link Subscriptions#open}. What the viewer follows, adds and hides meanwhile counts within five seconds.
     *
     * @param after position from which to go on; null for what is written from now on
     * @throws RequestException as {@link Subscriptions#open}
     */
    public Flux<ActivitiesChanged> follow(@Nullable String after, Viewer viewer) {
        return subscriptions
                .open(viewer, NAME, TimetableTopics.ACTIVITIES, after, new Wanted(wanted, viewer))
                .map(ActivityChanges::read);
    }

    /** What is wanted, asked anew now and then. For one thread. */
    private static final class Wanted implements Predicate<FeedEntry> {
        private static final Duration REMEMBERED = Duration.ofSeconds(5);

        private final WantedChanges changes;
        private final Viewer viewer;
        private @Nullable ChangesAsked asked;
        private long askedAt;

        Wanted(WantedChanges changes, Viewer viewer) {
            this.changes = changes;
            this.viewer = viewer;
        }

        @Override
        public boolean test(FeedEntry written) {
            return now().concerns(written.id(), written.touches());
        }

        private ChangesAsked now() {
            if (asked == null || System.nanoTime() - askedAt > REMEMBERED.toNanos()) {
                asked = changes.of(viewer);
                askedAt = System.nanoTime();
            }
            return asked;
        }
    }
}
