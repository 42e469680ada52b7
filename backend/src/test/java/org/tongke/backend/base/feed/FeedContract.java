package org.tongke.backend.base.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.backend.base.feed.FeedConsumer.Delivery;

/** What holds for the change feed, whatever store it reads and however. */
@Tag("stores")
@Timeout(60)
abstract class FeedContract {
    private Bench bench;

    abstract Bench bench();

    @BeforeEach
    void begin() {
        bench = bench();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void wakesBothCommunitiesOncePerStateWhenAFactMoves() {
        var consumer = Recorder.once("progress");
        bench.start(consumer);
        bench.write("lesson", 1, "community:a");
        consumer.awaitSeen("lesson@1");
        bench.write("lesson", 2, "community:a", "community:b");
        consumer.awaitSeen("lesson@2");

        bench.write("other", 1);
        consumer.awaitSeen("other@1");
        assertThat(consumer.seen()).containsExactly("lesson@1", "lesson@2", "other@1");
        assertThat(consumer.entries().get(1).touches()).containsExactly("community:a", "community:b");
    }

    @Test
    void readsEverythingFromTheBeginningAndGoesOnWithoutAGap() throws InterruptedException {
        bench.writeMany("old", 700);
        var consumer = Recorder.once("progress");
        var writing = Thread.ofVirtual().start(() -> {
            for (var number = 0; number < 300; number++) {
                bench.write("new" + number, 1);
            }
        });
        bench.start(consumer);
        writing.join();
        consumer.awaitSeen(Bench.many("old", 700));
        consumer.awaitSeen(Bench.many("new", 300));
        assertThat(consumer.seen()).doesNotHaveDuplicates();
    }

    @Test
    void givesAChangeAgainToAConsumerThatFailedAndToNoOther() {
        var failures = new AtomicInteger();
        var failing = Recorder.once("failing").doing(entries -> {
            if (failures.getAndIncrement() < 2) {
                throw new IllegalStateException("fails twice, on purpose");
            }
        });
        var other = Recorder.once("other");
        var backend = bench.start(failing, other);
        bench.write("a", 1);
        other.awaitSeen("a@1");
        await().until(() -> backend.lagSeconds("failing") > 0);
        failing.awaitSeen("a@1");
        await().until(() -> backend.lagSeconds("failing") == 0);
        assertThat(failing.seen()).containsExactly("a@1");
        assertThat(other.seen()).containsExactly("a@1");
    }

    @Test
    void givesAChangeAgainAfterAnEndBeforeThePositionWasSaved() throws InterruptedException {
        var given = new CountDownLatch(1);
        var first = bench.start(Recorder.once("progress").doing(entries -> {
            given.countDown();
            sleep(Duration.ofMinutes(1)); // until it is interrupted
        }));
        bench.write("a", 1);
        given.await();
        first.stop();

        var second = Recorder.once("progress");
        bench.start(second);
        second.awaitSeen("a@1");
    }

    @Test
    void goesOnFromThePositionAfterARestart() {
        var before = Recorder.once("progress");
        var first = bench.start(before);
        bench.write("a", 1);
        before.awaitSeen("a@1");
        first.stop();
        bench.write("b", 1);

        var after = Recorder.once("progress");
        bench.start(after);
        after.awaitSeen("b@1");
    }

    @Test
    void sharesAConsumersWorkBetweenBackendsAndGivesEachItsOwn() {
        var one = Recorder.once("progress");
        var other = Recorder.once("progress");
        var oneLive = Recorder.each("live");
        var otherLive = Recorder.each("live");
        bench.start(one, oneLive);
        bench.start(other, otherLive);
        for (var number = 0; number < 50; number++) {
            bench.write("a" + number, 1);
        }
        var all = Bench.many("a", 50);
        oneLive.awaitSeen(all);
        otherLive.awaitSeen(all);
        await().until(() -> one.seen().size() + other.seen().size() >= 50);

        var together = new ArrayList<>(one.seen());
        together.addAll(other.seen());
        assertThat(together).containsExactlyInAnyOrder(all);
        assertThat(oneLive.seen()).containsExactlyInAnyOrder(all);
        assertThat(otherLive.seen()).containsExactlyInAnyOrder(all);
    }

    @Test
    void takesOverWithinThreeSecondsFromABackendThatDied() {
        var dead = Recorder.once("progress");
        var heir = Recorder.once("progress");
        var first = bench.start(dead);
        bench.write("a", 1);
        dead.awaitSeen("a@1");
        bench.start(heir);
        first.die();
        bench.write("b", 1);
        heir.awaitSeen(Duration.ofSeconds(3), "b@1");
    }

    @Test
    void givesTheWorkOfABackendThatDiedInTheMiddleOfItToAnother() throws InterruptedException {
        var given = new CountDownLatch(1);
        var first = bench.start(Recorder.once("progress").doing(entries -> {
            given.countDown();
            sleep(Duration.ofSeconds(20));
        }));
        bench.write("a", 1);
        given.await();
        var heir = Recorder.once("progress");
        bench.start(heir);
        first.die();
        heir.awaitSeen(Duration.ofSeconds(3), "a@1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bogus",
                // of another server's log, as after a restored backup
                "8265000000000000012B022C0100296E5A1004AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA463C5F6964003C610004"
            })
    void losesNothingWithItsResumeToken(String token) {
        var before = Recorder.once("progress");
        var first = bench.start(before);
        bench.write("a", 1);
        before.awaitSeen("a@1");
        first.stop();
        bench.writeMany("b", 300);
        bench.database()
                .getCollection(FeedPositions.COLLECTION)
                .updateOne(Filters.eq("_id", "progress"), Updates.set("token", new Document("_data", token)));

        var after = Recorder.once("progress");
        bench.start(after);
        after.awaitSeen(Bench.many("b", 300));
        bench.write("c", 1);
        after.awaitSeen("c@1");
    }

    @Test
    void readsACollectionThatItFollowsAnewFromItsBeginning() {
        var before = Recorder.once("progress");
        var first = bench.start(before);
        bench.write("a", 1);
        before.awaitSeen("a@1");
        first.stop();
        bench.database()
                .getCollection("older")
                .insertOne(new Document("_id", "old")
                        .append("revision", 7)
                        .append("changedAt", Date.from(Instant.parse("2021-04-01T00:00:00Z"))));

        var after = new Recorder("progress", Delivery.ONCE, Bench.FACTS, "older");
        bench.start(after);
        after.awaitSeen("old@7");
    }

    @Test
    void givesNothingFromBeforeItsStartToAConsumerOfEachBackend() {
        bench.database()
                .getCollection(Bench.FACTS)
                .insertOne(new Document("_id", "old")
                        .append("revision", 1)
                        .append("changedAt", Date.from(Instant.parse("2021-04-01T00:00:00Z"))));
        var consumer = Recorder.each("live");
        bench.start(consumer);
        bench.write("new", 1);
        consumer.awaitSeen("new@1");
        assertThat(consumer.seen()).containsExactly("new@1");
    }

    @Test
    void goesOnWhenTheClockWasSetBack() {
        var consumer = Recorder.once("progress");
        bench.start(consumer);
        bench.database()
                .getCollection(Bench.FACTS)
                .insertOne(new Document("_id", "ahead")
                        .append("revision", 1)
                        .append("changedAt", Date.from(Instant.now().plus(Duration.ofHours(1)))));
        consumer.awaitSeen("ahead@1");
        bench.write("a", 1);
        consumer.awaitSeen("a@1");
        assertThat(consumer.seen()).containsExactly("ahead@1", "a@1");
    }

    @Test
    void givesNothingTwiceWhileNothingHappens() throws InterruptedException {
        var consumer = Recorder.once("progress");
        bench.start(consumer);
        bench.write("a", 1);
        bench.write("b", 1);
        consumer.awaitSeen("a@1", "b@1");
        Thread.sleep(bench.poll().plusSeconds(1));
        bench.write("c", 1);
        consumer.awaitSeen("c@1");
        assertThat(consumer.seen()).containsExactly("a@1", "b@1", "c@1");
    }

    @Test
    void givesAllOfManyWritesInBatchesOfAtMostTwoHundred() {
        var consumer = Recorder.once("progress");
        bench.start(consumer);
        bench.writeMany("a", 2_000);
        consumer.awaitSeen(Duration.ofSeconds(20), Bench.many("a", 2_000));
        assertThat(consumer.seen()).doesNotHaveDuplicates();
        assertThat(consumer.sizes()).allMatch(size -> size <= 200);
    }

    @Test
    void neverGoesBackToAnEarlierStateOfAFact() {
        var consumer = Recorder.once("progress");
        bench.start(consumer);
        for (var revision = 1; revision <= 100; revision++) {
            for (var fact : List.of("a", "b", "c")) {
                bench.write(fact, revision);
            }
        }
        consumer.awaitSeen("a@100", "b@100", "c@100");
        consumer.revisions()
                .forEach((fact, revisions) ->
                        assertThat(revisions).isSorted().doesNotHaveDuplicates().endsWith(100L));
    }

    @Test
    void tellsOfAWriteWithinAThirdOfASecond() {
        var consumer = Recorder.once("progress");
        bench.start(consumer);
        bench.write("first", 1);
        consumer.awaitSeen("first@1");
        var delays = new ArrayList<Long>();
        for (var number = 0; number < 9; number++) {
            var began = System.nanoTime();
            bench.write("a" + number, 1);
            consumer.awaitSeen("a" + number + "@1");
            delays.add((System.nanoTime() - began) / 1_000_000);
        }
        delays.sort(Comparator.naturalOrder());
        assertThat(delays.get(delays.size() / 2)).as("median of %s ms", delays).isLessThan(300);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
