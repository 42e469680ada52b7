package org.tongke.backend.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongke.backend.support.StoresTest;

@StoresTest
class ProgressSweepTest {
    private KeptProgress kept;

    @BeforeEach
    void keep(MongoDatabase database) {
        kept = new KeptProgress(database);
        kept.facts.community("甲").community("乙").community("丙").lessons("乙", "CHINESE", 2);
        kept.told("甲", "乙", "丙");
    }

    @Test
    void hasNothingToMendWhenTheKeeperWasTold() {
        assertThat(kept.sweep.sweep()).isZero();
        assertThat(mended()).isZero();
    }

    @Test
    void mendsAndCountsWhatNobodyWasToldOf() {
        kept.facts.lessons("乙", "CHINESE", 3);
        assertThat(kept.sweep.sweep()).isEqualTo(1);
        assertThat(mended()).isEqualTo(1);
        assertThat(kept.print("乙", "2.1")).contains("ACTIVITIES 3/20");
        assertThat(kept.sweep.sweep()).isZero();
    }

    @Test
    void mendsADocumentThatIsGone() {
        kept.documents.deleteOne(Filters.eq("_id", "2021:乙"));
        assertThat(kept.sweep.sweep()).isEqualTo(1);
        assertThat(kept.print("乙", "2.1")).contains("ACTIVITIES 2/20");
    }

    @Test
    void comesByItselfAndWaitsForWhatIsOnItsWay() {
        kept.documents.updateOne(Filters.eq("_id", "2021:甲"), Updates.set("memberCount", 7));
        kept.facts.lessons("乙", "CHINESE", 3);
        kept.clock.advance(ProgressSweep.FIRST_AFTER);
        kept.keeper.due();
        kept.keeper.due();
        // the feed brings what was on its way
        kept.told("乙");
        assertThat(kept.get("甲").memberCount()).isEqualTo(7);
        kept.clock.advance(ProgressSweep.GRACE);
        kept.keeper.due();
        assertThat(kept.get("甲").memberCount()).isEqualTo(1);
        assertThat(mended()).isEqualTo(1);
        kept.clock.advance(ProgressSweep.EVERY);
        kept.keeper.due();
        kept.keeper.due();
        kept.clock.advance(ProgressSweep.GRACE);
        kept.keeper.due();
        assertThat(mended()).isEqualTo(1);
    }

    private double mended() {
        return kept.metrics.get("tongke.progress.mended").counter().count();
    }
}
