package org.tongke.backend.base.feed;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.tongke.backend.support.Stores;

/** The embedded store, whose writes are all heard; with leases as short as on a shared one. */
@Tag("slow")
class EmbeddedScanFeedTest extends FeedContract {
    @Override
    Bench bench() {
        var alone = FeedSettings.alone();
        var settings = new FeedSettings(alone.stream(), Duration.ofSeconds(2), alone.poll(), alone.overlap());
        return new Bench(Stores.embedded(), settings, true);
    }
}
