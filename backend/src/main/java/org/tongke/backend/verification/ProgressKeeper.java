package org.tongke.backend.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.community.Community;
import org.tongke.backend.register.ExchangePeriods;

/** Keeps progress in step with facts and clock: it follows the feed of what progress is made from, and looks for what is due. */
@Component
class ProgressKeeper implements FeedConsumer {
    private static final int PASSES_AT_ONCE = 5;

    private final Recomputation recomputation;
    private final ProgressSweep sweep;

    ProgressKeeper(Recomputation recomputation, ProgressSweep sweep) {
        this.recomputation = recomputation;
        this.sweep = sweep;
    }

    @Override
    public String name() {
        return "progress";
    }

    @Override
    public Set<String> collections() {
        return Set.of("activities", "evidence", "communities", "findings", ExchangePeriods.COLLECTION);
    }

    /** A fact that moves touches both communities, the one that it leaves and the one that it joins. */
    @Override
    public void on(List<FeedEntry> entries) {
        var touched = new HashSet<String>();
        entries.forEach(entry -> touched.addAll(Community.idsAmong(entry.touches())));
        recomputation.recompute(touched);
    }

    @Override
    public void due() {
        // many lessons are over at the same minute; yet changes are not to wait until all of them are through
        for (int pass = 0; pass < PASSES_AT_ONCE && recomputation.recomputeDue(); pass++) {}
        sweep.step();
    }
}
