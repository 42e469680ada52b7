package org.tongke.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;

/** The whole backend audits what its rooms write. */
@Tag("slow")
@BackendTest
class AuditedBackendTest {
    @Autowired
    private MongoDatabase database;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditFeed feed;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private Clock clock;

    @Test
    void followsTheFactsOfEveryRoomThatDecides() {
        assertThat(feed.collections()).contains("activities", "communities", "evidence");
    }

    @Test
    void copiesAndSealsAWriteWithinSeconds() {
        var id = "audited-" + UUID.randomUUID();
        // an activity of no community touches nothing else
        database.getCollection("activities")
                .updateOne(
                        Filters.eq("_id", id),
                        Fact.write(new Document(), 1, List.of(), Origin.system("test"), clock.instant(), List.of()),
                        new UpdateOptions().upsert(true));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.getCollection("audit_entries")
                                .countDocuments(Filters.and(
                                        Filters.eq("_id", "activities:" + id + ":1"), Filters.exists("seal")))
                        == 1);
        assertThat(trail.verify().isSound()).isTrue();
        assertThat(metrics.get("tongke.feed.lag")
                        .tag("consumer", "audit")
                        .gauge()
                        .value())
                .isLessThan(10);
        database.getCollection("activities").deleteOne(Filters.eq("_id", id));
    }

    @Test
    void runsOnTheClockOfTheTest() {
        assertThat(clock).isInstanceOf(TestClock.class);
    }
}
