package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.verification.FactsInHand.at;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.backend.support.StoresTest;

/** What becomes true by the clock alone. */
@Tag("slow")
@StoresTest
class ClockTest {
    private KeptProgress kept;

    @BeforeEach
    void keep(MongoDatabase database) {
        kept = new KeptProgress(database);
        kept.clock.set(at("2021-06-30T08:00:00"));
        kept.facts.community("甲");
        kept.facts.activity("first", "甲", "SYNCED_LESSON", "CHINESE", at("2021-06-30T09:00:00"));
        kept.facts.activity("second", "甲", "SYNCED_LESSON", "CHINESE", at("2021-06-30T10:00:00"));
        kept.told("甲");
    }

    @Test
    void countsALessonWhenItIsOver() {
        assertThat(kept.print("甲", "2.1")).contains("ACTIVITIES 0/20");
        kept.clock.set(at("2021-06-30T09:39:59"));
        kept.keeper.due();
        assertThat(kept.print("甲", "2.1")).contains("ACTIVITIES 0/20");
        kept.clock.set(at("2021-06-30T09:40:00"));
        kept.keeper.due();
        assertThat(kept.print("甲", "2.1")).contains("ACTIVITIES 1/20");
    }

    @Test
    void knowsWhatComesNext() {
        assertThat(kept.get("甲").nextDueAt()).isEqualTo(at("2021-06-30T09:40:00"));
        kept.clock.set(at("2021-06-30T09:50:00"));
        kept.keeper.due();
        assertThat(kept.get("甲").nextDueAt()).isEqualTo(at("2021-06-30T10:40:00"));
        kept.clock.set(at("2021-06-30T11:00:00"));
        kept.keeper.due();
        assertThat(kept.get("甲").nextDueAt()).isNull();
    }

    @Test
    void waitsForNothingThatIsCalledOff() {
        kept.facts.cancel("first");
        kept.told("甲");
        assertThat(kept.get("甲").nextDueAt()).isEqualTo(at("2021-06-30T10:40:00"));
    }

    @Test
    void changesNothingTwiceWhereSeveralBackendsLook() {
        kept.clock.advance(Duration.ofHours(2));
        kept.keeper.due();
        var revision = kept.revision("甲");
        kept.keeper.due();
        kept.recomputationOf(kept.facts).recomputeDue();
        assertThat(kept.revision("甲")).isEqualTo(revision);
    }

    @Test
    void getsThroughMoreThanOnePassTakes() {
        var communities = Recomputation.AT_ONCE + 20;
        for (int number = 0; number < communities; number++) {
            kept.facts.community("c" + number);
            kept.facts.activity("lesson" + number, "c" + number, "SYNCED_LESSON", "CHINESE", at("2021-06-30T09:00:00"));
            kept.told("c" + number);
        }
        kept.clock.set(at("2021-06-30T09:45:00"));
        kept.keeper.due();
        for (int number = 0; number < communities; number++) {
            assertThat(kept.print("c" + number, "2.1")).contains("ACTIVITIES 1/20");
        }
    }
}
