package org.tongke.backend.base.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;

@StoresTest
class FeedSettingsTest {
    @Test
    void scansTheEmbeddedStore() {
        try (var client = Stores.embedded().connect()) {
            var server = new Server(Stores.freshDatabase(client));
            assertThat(FeedSettings.of(server, "auto")).isEqualTo(FeedSettings.alone());
            assertThat(FeedSettings.of(server, "scan")).isEqualTo(FeedSettings.alone());
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "TONGKE_TEST_STORES", matches = "real")
    void followsTheStreamOfAReplicaSetUnlessToldToScan(MongoDatabase database) {
        var server = new Server(database);
        assertThat(FeedSettings.of(server, "auto")).isEqualTo(FeedSettings.shared(true));
        assertThat(FeedSettings.of(server, "scan")).isEqualTo(FeedSettings.shared(false));
    }

    @Test
    void refusesAModeThatIsNone(MongoDatabase database) {
        var server = new Server(database);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedSettings.of(server, "automatic"))
                .withMessageContaining("automatic");
    }
}
