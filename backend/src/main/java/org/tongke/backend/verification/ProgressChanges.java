package org.tongke.backend.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.subscription.Changes;
import org.tongke.backend.base.subscription.Subscriptions;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import reactor.core.publisher.Flux;

/** Progress of communities as it changes, for who subscribes. */
@Component
public class ProgressChanges {
    private static final String NAME = "progressChanged";

    private final Subscriptions subscriptions;

    ProgressChanges(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * Progress of a region's new communities, in the order in which it changed; see {@link Subscriptions#open}.
     *
     * @param regionCode code of the region; null for everything in the scope
     * @param after position from which to go on; null for what changes from now on
     * @throws RequestException as {@link Subscriptions#open}
     */
    public Flux<ProgressChanged> follow(
            @Nullable String regionCode, @Nullable String after, Viewer viewer, Scope scope) {
        var region = regionCode == null ? null : PlaceKey.region(regionCode).value();
        return subscriptions
                .open(
                        viewer,
                        NAME,
                        ProgressStore.COLLECTION,
                        after,
                        written -> isProgress(written)
                                && scope.covers(written.places())
                                && (region == null || written.places().contains(region)))
                .map(ProgressChanges::read);
    }

    /** What ceases to be one of a programme's new communities has none. */
    private static boolean isProgress(FeedEntry written) {
        return written.document().getBoolean(ProgressDocument.IS_NEW, false);
    }

    private static ProgressChanged read(Changes changes) {
        return new ProgressChanged(
                changes.read(written -> ProgressDocument.read(written.document())), changes.position());
    }

    /**
     * What a subscription is told at once.
     *
     * @param communities progress of communities, as it stood after it changed
     * @param position from which the subscription goes on
     */
    public record ProgressChanged(List<CommunityProgress> communities, String position) {}
}
