package org.tongke.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.tongke.backend.audit.AuditReport.Fault;
import org.tongke.backend.audit.AuditReport.FaultKind;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.support.StoresTest;
import org.tongke.backend.support.TestClock;

@Tag("slow")
@StoresTest
class AuditTrailTest {
    private static final String FACTS = "lessons";

    private final TestClock clock = new TestClock();
    private final MongoDatabase database;
    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> seals;
    private AuditTrail trail;
    private AuditFeed feed;

    AuditTrailTest(MongoDatabase database) {
        this.database = database;
        entries = database.getCollection("audit_entries");
        seals = database.getCollection("audit_seals");
        clock.set("2021-06-30T10:00:00+08:00");
        trail = trail();
        feed = feed();
    }

    /** A backend that has just started. */
    @BeforeEach
    void restart() {
        trail = trail();
        feed = feed();
    }

    private AuditTrail trail() {
        return new AuditTrail(new AuditEntryStore(database), new AuditSealStore(database), clock);
    }

    /** Another backend seals at the worst moment: after the last seal was read, before the marks are. */
    @Test
    void isSoundWhileItIsSealed() {
        feed.on(List.of(written("a", 1, 1)));
        trail.seal();
        feed.on(List.of(written("b", 1, 1)));
        var other = trail;
        var slow = new AuditEntryStore(database) {
            @Override
            List<String> findMarkedAfter(long seal) {
                other.seal();
                return super.findMarkedAfter(seal);
            }
        };
        var report = new AuditTrail(slow, new AuditSealStore(database), clock).verify();
        assertThat(report.isSound()).isTrue();
        assertThat(report.seals()).isEqualTo(2);
    }

    private AuditFeed feed() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("lessons", (FactCollection) () -> FACTS);
        return new AuditFeed(beans.getBeanProvider(FactCollection.class), new AuditEntryStore(database), trail, clock);
    }

    /** The fact as it stands after writing it so often. */
    private FeedEntry written(String id, int from, int to) {
        var facts = database.getCollection(FACTS);
        for (var revision = from; revision <= to; revision++) {
            var title = new FieldChange("title", "title " + (revision - 1), "title " + revision);
            var write = Fact.write(
                    new Document("title", "title " + revision).append("places", List.of("region:330382")),
                    revision,
                    List.of("community:a"),
                    new Origin("account-7", "王老师", "graphql"),
                    clock.instant(),
                    List.of(title));
            facts.updateOne(Filters.eq("_id", id), write, new UpdateOptions().upsert(true));
        }
        return new FeedEntry(FACTS, one(facts, id));
    }

    private FeedEntry written(String id) {
        return written(id, 1, 1);
    }

    private Document entry(String id) {
        return one(entries, id);
    }

    private static Document one(MongoCollection<Document> collection, String id) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
                .orElseThrow();
    }

    private List<String> ids() {
        return entries.find().map(entry -> entry.getString("_id")).into(new ArrayList<>());
    }

    @Test
    void followsTheCollectionsOfFacts() {
        assertThat(feed.collections()).containsExactly(FACTS);
    }

    @Test
    void saysWhoDidWhatWhenFromWhereAndFromWhatToWhat() {
        feed.on(List.of(written("a", 1, 2)));
        var entry = entry("lessons:a:2");
        assertThat(entry.get("by", Document.class))
                .containsEntry("account", "account-7")
                .containsEntry("source", "graphql");
        assertThat(entry.getDate("recordedAt")).isEqualTo(Instant.parse("2021-06-30T02:00:00Z"));
        assertThat(entry.getList("fields", Document.class))
                .singleElement()
                .satisfies(field -> assertThat(field)
                        .containsEntry("field", "title")
                        .containsEntry("before", "title 1")
                        .containsEntry("after", "title 2"));
        assertThat(entry.getList("places", String.class)).containsExactly("region:330382");
    }

    @Test
    void copiesAWriteOnceThoughItIsToldTwice() {
        var fact = written("a", 1, 3);
        feed.on(List.of(fact));
        var before = entry("lessons:a:1");
        clock.set("2021-06-30T11:00:00+08:00");
        feed.on(List.of(fact));
        restart();
        feed.on(List.of(written("a", 4, 4)));
        assertThat(ids()).containsExactlyInAnyOrder("lessons:a:1", "lessons:a:2", "lessons:a:3", "lessons:a:4");
        assertThat(entry("lessons:a:1")).isEqualTo(before);
    }

    @Test
    void saysThatItMissedWhatAFactNoLongerCarries() {
        feed.on(List.of(written("a", 1, 2)));
        feed.on(List.of(written("a", 3, 30)));
        assertThat(entry("lessons:a:10")).containsEntry("lost", true);
        assertThat(ids())
                .hasSize(2 + 20 + 1)
                .contains("lessons:a:11", "lessons:a:30")
                .doesNotContain("lessons:a:9");

        feed.on(List.of(written("a", 31, 31)));
        assertThat(entries.countDocuments(Filters.eq("lost", true))).isEqualTo(1);
    }

    @Test
    void sealsWhatWasCopiedInSegmentsAndFindsItSound() {
        feed.on(IntStream.range(0, 60)
                .mapToObj(number -> written("a" + number, 1, 20))
                .toList());
        trail.seal();
        assertThat(trail.verify()).isEqualTo(new AuditReport(3, 1200, 0, List.of()));

        feed.on(List.of(written("b")));
        assertThat(trail.verify()).isEqualTo(new AuditReport(3, 1200, 1, List.of()));
        trail.seal();
        assertThat(trail.verify()).isEqualTo(new AuditReport(4, 1201, 0, List.of()));
    }

    @Test
    void findsAnEntryThatWasChanged() {
        sealed("a", "b");
        entries.updateOne(Filters.eq("_id", "lessons:a:1"), Updates.set("by.account", "somebody-else"));
        assertThat(trail.verify().faults()).containsExactly(new Fault(FaultKind.ENTRY_CHANGED, 1, "lessons:a:1"));
    }

    @Test
    void findsAnEntryThatWasTakenAway() {
        sealed("a", "b");
        entries.deleteOne(Filters.eq("_id", "lessons:b:1"));
        assertThat(trail.verify().faults()).containsExactly(new Fault(FaultKind.ENTRY_MISSING, 2, "lessons:b:1"));
    }

    @Test
    void findsEntriesThatWereSlippedIn() {
        sealed("a", "b");
        entries.insertOne(new Document("_id", "lessons:x:1").append("seal", 1L));
        entries.insertOne(new Document("_id", "lessons:y:1").append("seal", 9L));
        assertThat(trail.verify().faults())
                .containsExactly(
                        new Fault(FaultKind.ENTRY_FOREIGN, 1, "lessons:x:1"),
                        new Fault(FaultKind.ENTRY_FOREIGN, 2, "lessons:y:1"));
    }

    @Test
    void findsASealThatWasMadeAnewForAChangedEntry() {
        sealed("a", "b");
        entries.updateOne(Filters.eq("_id", "lessons:a:1"), Updates.set("by.account", "somebody-else"));
        var forged = AuditSeal.after(Optional.empty(), List.of(entry("lessons:a:1")), clock.instant());
        seals.replaceOne(Filters.eq("_id", 1L), forged.toDocument());
        // the first now is in itself as it should be, but the second was made over another
        assertThat(trail.verify().faults()).containsExactly(new Fault(FaultKind.SEAL_BROKEN, 2, null));
    }

    @Test
    void findsASealThatWasChangedAndOneThatWasTakenAway() {
        sealed("a", "b", "c");
        seals.updateOne(Filters.eq("_id", 1L), Updates.set("sealedAt", Date.from(Instant.EPOCH)));
        assertThat(trail.verify().faults()).containsExactly(new Fault(FaultKind.SEAL_BROKEN, 1, null));
        seals.deleteOne(Filters.eq("_id", 1L));
        assertThat(trail.verify().faults()).contains(new Fault(FaultKind.SEAL_BROKEN, 2, null));
    }

    @Test
    void sealsAfterARestartWhatWasCopiedBeforeIt() {
        feed.on(List.of(written("a")));
        restart();
        feed.due();
        assertThat(trail.verify()).isEqualTo(new AuditReport(1, 1, 0, List.of()));
    }

    @Test
    void sealsNothingTwiceAfterAnEndBetweenSealAndMark() {
        sealed("a");
        entries.updateMany(Filters.empty(), Updates.unset("seal"));
        restart();
        feed.on(List.of(written("b")));
        trail.seal();
        assertThat(trail.verify()).isEqualTo(new AuditReport(2, 2, 0, List.of()));
    }

    @Test
    void makesOneSealWhenTwoBackendsSealAtOnce() throws InterruptedException {
        feed.on(IntStream.range(0, 50).mapToObj(number -> written("a" + number)).toList());
        var threads = IntStream.range(0, 4)
                .mapToObj(number -> Thread.ofVirtual().start(trail()::seal))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(trail.verify()).isEqualTo(new AuditReport(1, 50, 0, List.of()));
    }

    /** One seal for each fact. */
    private void sealed(String... facts) {
        for (var fact : facts) {
            feed.on(List.of(written(fact)));
            trail.seal();
        }
        assertThat(trail.verify().isSound()).isTrue();
    }
}
