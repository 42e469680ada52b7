package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;

@StoresTest
class TimetableStoreTest {
    private static final Origin BY = Origin.system("test");

    @Test
    void writesOnlyWhatStandsAsItWasRead(MongoDatabase database) {
        var store = new TimetableStore(database);
        var first = new Timetable("a", 0, List.of()).with("community:1");
        assertThat(put(store, first)).isTrue();
        assertThat(put(store, new Timetable("a", 0, List.of()).with("community:2")))
                .as("another first edit")
                .isFalse();
        var second = first.with("community:2");
        assertThat(put(store, second)).isTrue();
        assertThat(put(store, first.with("community:3")))
                .as("an edit of the first state")
                .isFalse();
        assertThat(store.find("a")).contains(second);
    }

    @Test
    void asksByIdAlone(Stores stores) {
        assumeThat(Stores.findReal()).as("a real mongod explains its plans").isPresent();
        var commands = new SentCommands();
        try (var client = stores.connect(commands)) {
            var database = Stores.freshDatabase(client);
            try {
                var store = new TimetableStore(database);
                var sent = commands.during(() -> {
                    var first = new Timetable("a", 0, List.of()).with("community:1");
                    put(store, first);
                    put(store, first.with("community:2"));
                    store.find("a");
                });
                assertThat(sent).hasSize(3);
                assertThat(sent)
                        .allSatisfy(command -> assertThat(SentCommands.stages(database, command))
                                .isNotEmpty()
                                .doesNotContain("COLLSCAN"));
            } finally {
                database.drop();
            }
        }
    }

    private static boolean put(TimetableStore store, Timetable after) {
        return store.put(after, new FieldChange(TimetableStore.CHANNELS, null, "x"), BY, Instant.EPOCH);
    }
}
