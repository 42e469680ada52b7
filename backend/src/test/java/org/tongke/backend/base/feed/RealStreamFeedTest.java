package org.tongke.backend.base.feed;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.tongke.backend.support.Stores;

/** mongod with change streams, written to by another process. */
@EnabledIfEnvironmentVariable(named = "TONGKE_TEST_STORES", matches = "real")
class RealStreamFeedTest extends FeedContract {
    @Override
    Bench bench() {
        return new Bench(Stores.findReal().orElseThrow(), FeedSettings.shared(true), false);
    }
}
