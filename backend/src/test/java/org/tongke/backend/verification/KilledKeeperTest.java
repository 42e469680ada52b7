package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.backend.support.ChildBackend;
import org.tongke.backend.support.KilledProgram;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;

/** A backend is killed between what it read and what it was to write; another one is told of the same facts again. */
@Tag("slow")
@StoresTest
class KilledKeeperTest {

    @Test
    void losesNothingOfThePastEither(Stores stores, MongoDatabase database) throws Exception {
        var kept = new KeptProgress(database);
        given(kept.facts);
        kept.clock.advance(Duration.ofDays(-2));
        kept.told("甲");
        var day = kept.asOf(null).day();
        kept.clock.advance(Duration.ofDays(2));
        assertThat(KilledProgram.run("progress.kept", Backend.class, stores.mongoUri(), database.getName()))
                .isEqualTo(ChildBackend.KILLED);
        assertThat(lessons(kept, day)).isEqualTo(2);
        news(kept.facts);
        kept.told("甲");
        assertThat(lessons(kept, day)).isEqualTo(2);
        assertThat(lessons(kept, day.plusDays(1))).isEqualTo(2);
        assertThat(kept.print("甲", "2.1")).contains("ACTIVITIES 3/20");
    }

    private static int lessons(KeptProgress kept, LocalDate day) {
        var planned = kept.standing("330382", day.toString()).outlooks();
        return planned.getFirst().community().paces().getFirst().present();
    }

    @Test
    void leavesWhatWasThereAndRepeatingItIsEnough(Stores stores, MongoDatabase database) throws Exception {
        var kept = new KeptProgress(database);
        given(kept.facts);
        kept.told("甲");
        assertThat(KilledProgram.run("progress.evaluated", Backend.class, stores.mongoUri(), database.getName()))
                .isEqualTo(ChildBackend.KILLED);
        assertThat(kept.print("甲", "2.1")).contains("ACTIVITIES 2/20");
        news(kept.facts);
        kept.told("甲");
        assertThat(kept.print("甲", "2.1")).contains("ACTIVITIES 3/20");
        assertThat(kept.revision("甲")).isEqualTo(2);
    }

    private static void given(FactsInHand facts) {
        facts.community("甲").lessons("甲", "CHINESE", 2);
    }

    private static void news(FactsInHand facts) {
        facts.lessons("甲", "MATHEMATICS", 1);
    }

    /** Another process on the same database. */
    static final class Backend {
        private Backend() {}

        public static void main(String[] arguments) {
            try (var client = MongoClients.create(arguments[0])) {
                var kept = new KeptProgress(client.getDatabase(arguments[1]));
                given(kept.facts);
                news(kept.facts);
                kept.keeper.on(List.of(FactsInHand.entry("activities", "甲")));
            }
        }
    }
}
