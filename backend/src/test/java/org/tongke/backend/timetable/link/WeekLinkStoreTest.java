package org.tongke.backend.timetable.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;

@StoresTest
class WeekLinkStoreTest {
    private static final Origin BY = Origin.system("test");
    private static final Instant END = Instant.parse("2021-06-30T16:00:00Z");

    @Test
    void writesOnlyWhatStandsAsItWasRead(MongoDatabase database) {
        var store = new WeekLinkStore(database);
        var first = new WeekLink("a", "one", END, 1);
        assertThat(put(store, first)).isTrue();
        assertThat(put(store, new WeekLink("a", "two", END, 1)))
                .as("another first one")
                .isFalse();
        assertThat(store.findByKey("one")).contains(first);
        assertThat(put(store, first.closed(Instant.EPOCH))).isTrue();
        assertThat(put(store, new WeekLink("b", "three", END, 1).closed(Instant.EPOCH)))
                .as("of a revision that was not read")
                .isFalse();
        assertThat(store.findByKey("one")).isEmpty();
        assertThat(store.findByKey("")).isEmpty();
        assertThat(store.find("a").orElseThrow().key()).isEmpty();
    }

    @Test
    void asksByIndexesAlone(Stores stores) {
        assumeThat(Stores.findReal()).as("a real mongod explains its plans").isPresent();
        var commands = new SentCommands();
        try (var client = stores.connect(commands)) {
            var database = Stores.freshDatabase(client);
            try {
                var store = new WeekLinkStore(database);
                var sent = commands.during(() -> {
                    put(store, new WeekLink("a", "one", END, 1));
                    store.find("a");
                    store.findByKey("one");
                });
                assertThat(sent).hasSize(3);
                assertThat(sent)
                        .allSatisfy(command -> assertThat(SentCommands.stages(database, command))
                                .isNotEmpty()
                                .doesNotContain("COLLSCAN"));
                assertThat(SentCommands.indexes(database, sent.getLast())).containsExactly("key");
            } finally {
                database.drop();
            }
        }
    }

    private static boolean put(WeekLinkStore store, WeekLink link) {
        return store.put(link, new FieldChange("lastDay", null, "2021-06-30"), BY, Instant.EPOCH);
    }
}
