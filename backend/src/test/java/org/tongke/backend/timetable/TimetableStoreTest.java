package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;
import org.tongke.backend.timetable.Selection.Picked;

@StoresTest
class TimetableStoreTest {
    private static final Origin BY = Origin.system("test");

    @Test
    void writesOnlyWhatStandsAsItWasRead(MongoDatabase database) {
        var store = new TimetableStore(database);
        var first = first("community:1");
        assertThat(put(store, first)).isTrue();
        assertThat(put(store, first("community:2"))).as("another first edit").isFalse();
        var second = first.with("community:2").next();
        assertThat(put(store, second)).isTrue();
        assertThat(put(store, first.with("community:3").next()))
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
                    var first = first("community:1");
                    put(store, first);
                    put(store, first.with("community:2").next());
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

    @Test
    void keepsAllThatAnAccountEdits(MongoDatabase database) {
        var store = new TimetableStore(database);
        var picked = new Picked("platform:1", Lesson.at("2021-03-10 10:30"));
        var plan = new OwnPlan(
                "00000000-0000-0000-0000-000000000001",
                3,
                "接孩子",
                "校门口",
                "带伞\n带水",
                OwnColour.ORANGE,
                Lesson.at("2021-03-10 16:00"),
                Lesson.at("2021-03-10 16:30"),
                true,
                LocalDate.parse("2021-06-30"));
        var edited = Timetable.unedited("b", List.of())
                .with(new Selection(List.of(picked), List.of("series:platform:1"), List.of(picked, picked)))
                .with(new OwnPlans(List.of(plan), List.of("00000000-0000-0000-0000-000000000002")))
                .next();
        assertThat(put(store, edited)).isTrue();
        assertThat(store.find("b")).contains(edited);
    }

    private static Timetable first(String channel) {
        return Timetable.unedited("a", List.of()).with(channel).next();
    }

    private static boolean put(TimetableStore store, Timetable after) {
        return store.put(after, new FieldChange(TimetableDocument.CHANNELS, null, "x"), BY, Instant.EPOCH);
    }
}
