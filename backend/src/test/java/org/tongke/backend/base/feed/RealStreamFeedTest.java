package org.tongke.backend.base.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.tongke.backend.support.Stores;

/** mongod with change streams, written to by another process. */
@EnabledIfEnvironmentVariable(named = "TONGKE_TEST_STORES", matches = "real")
class RealStreamFeedTest extends FeedContract {
    @Test
    void givesNothingTwiceAfterARestartInOrder() {
        try (var bench = bench()) {
            var before = Recorder.once("progress");
            bench.write("old", 1);
            var first = bench.start(before);
            bench.write("a", 1);
            before.awaitSeen("old@1", "a@1");
            first.stop();
            bench.write("b", 1);

            var after = Recorder.once("progress");
            bench.start(after);
            after.awaitSeen("b@1");
            assertThat(after.seen()).containsExactly("b@1");
        }
    }

    @Override
    Bench bench() {
        return new Bench(Stores.findReal().orElseThrow(), FeedSettings.shared(true), false);
    }
}
