package org.tongke.backend.activity;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;

/** Lets activities that were written stand as one lesson with those that others report of it, or apart from them again. */
@Component
class TwinKeeper implements FeedConsumer {
    private final Twins twins;

    TwinKeeper(Twins twins) {
        this.twins = twins;
    }

    @Override
    public String name() {
        return "twins";
    }

    @Override
    public Set<String> collections() {
        return Set.of(ActivityStore.COLLECTION);
    }

    /** What it writes comes back to it once, and then nothing is left to be done. */
    @Override
    public void on(List<FeedEntry> entries) {
        twins.settle(entries.stream().map(FeedEntry::id).toList());
    }
}
