package org.tongke.backend.push;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.resource.Resources;

/** Delivers what is due, at once where it was just planned, and closes recommendations of resources that are taken back. */
@Component
class PushKeeper implements FeedConsumer {
    private final Deliverer deliverer;
    private final Recommendations recommendations;

    PushKeeper(Deliverer deliverer, Recommendations recommendations) {
        this.deliverer = deliverer;
        this.recommendations = recommendations;
    }

    @Override
    public String name() {
        return "push";
    }

    @Override
    public Set<String> collections() {
        return Set.of(PushStore.COLLECTION, Resources.FACTS);
    }

    @Override
    public void on(List<FeedEntry> entries) {
        recommendations.close(entries.stream()
                .filter(entry -> entry.collection().equals(Resources.FACTS))
                .filter(entry -> Resources.isWithdrawn(entry.document()))
                .map(FeedEntry::id)
                .collect(Collectors.toSet()));
        deliverer.deliverDue();
    }

    @Override
    public void due() {
        deliverer.deliverDue();
    }
}
