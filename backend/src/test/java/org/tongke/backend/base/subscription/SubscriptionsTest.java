package org.tongke.backend.base.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.feed.DatabaseClock;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.support.BackendTest;
import reactor.core.publisher.BaseSubscriber;

/** Subscriptions of a collection that nothing else follows. */
@Tag("slow")
@BackendTest
class SubscriptionsTest {
    private static final String NAME = "thingsWritten";

    private final String collection = "things-" + UUID.randomUUID();
    private final Viewer viewer = new Viewer("reader", "reader", List.of());
    private final MongoCollection<Document> things;
    private final DatabaseClock clock;
    private final Subscriptions subscriptions;

    @Autowired
    SubscriptionsTest(MongoDatabase database, DatabaseClock clock) {
        this.clock = clock;
        things = database.getCollection(collection);
        subscriptions = new Subscriptions(
                List.of(() -> collection), database, clock, new SimpleMeterRegistry(), Duration.ofMillis(200));
    }

    @BeforeEach
    void start() {
        things.createIndex(Fact.feedIndex());
        subscriptions.start();
    }

    @AfterEach
    void stop() {
        subscriptions.stop();
        things.drop();
    }

    @Test
    void tellsWhereItBeginsAndThenWhatIsWritten() {
        var reader = read(null);
        await().until(() -> reader.items.size() == 1);
        write("a", 1);
        await().until(() -> reader.states().equals(List.of("a1")));
    }

    @Test
    void tellsNewerPositionsWhileNothingHappens() {
        var reader = read(null);
        await().until(() -> reader.items.size() > 12);
        var positions = reader.items.stream().map(Changes::position).distinct().toList();
        assertThat(positions).hasSizeGreaterThan(1);
        assertThat(reader.states()).isEmpty();
    }

    @Test
    void goesOnAfterEachPositionWithoutGapOrDouble() {
        var reader = read(null);
        await().until(() -> !reader.items.isEmpty());
        IntStream.range(0, 45).forEach(number -> write("t%02d".formatted(number), 1));
        await().until(() -> reader.states().size() == 45);
        assertThat(reader.states()).doesNotHaveDuplicates();
        assertThat(reader.items).allMatch(item -> item.entries().size() <= Changes.MOST);
        var told = new ArrayList<String>();
        for (var item : List.copyOf(reader.items)) {
            told.addAll(item.entries().stream().map(FeedEntry::id).toList());
            var again = read(item.position());
            var rest = reader.states().subList(told.size(), 45);
            await().until(() -> again.states().size() == rest.size() && !again.items.isEmpty());
            assertThat(again.states()).isEqualTo(rest);
            again.cancel();
        }
    }

    /** It is far behind what is kept in memory, so the collection is read in parts. */
    @Test
    void tellsASlowReaderEverythingAtItsOwnPace() {
        var reader = new Reader(0);
        subscriptions.open(viewer, NAME, collection, null, any -> true).subscribe(reader);
        var quick = read(null);
        reader.request(1);
        await().until(() -> reader.items.size() == 1 && !quick.items.isEmpty());
        for (int round = 0; round < 5; round++) {
            var number = round;
            Fact.putAll(
                    things,
                    IntStream.range(0, 100)
                            .mapToObj(one -> Fact.asWrite(
                                    "r%d-%02d".formatted(number, one),
                                    new Document(),
                                    1,
                                    List.of(),
                                    Origin.system("test"),
                                    Instant.EPOCH,
                                    List.of()))
                            .toList());
            ring();
        }
        await().until(() -> quick.states().size() == 500);
        assertThat(reader.items).hasSize(1);
        reader.request(1);
        await().until(() -> reader.items.size() == 2);
        assertThat(reader.states()).isEqualTo(quick.states().subList(0, Changes.MOST));
        while (reader.states().size() < 500) {
            var before = reader.items.size();
            reader.request(1);
            await().until(() -> reader.items.size() == before + 1);
        }
        assertThat(reader.states()).isEqualTo(quick.states());
    }

    @Test
    void tellsTheLastStateOfWhatIsWrittenOften() {
        var reader = read(null);
        await().until(() -> !reader.items.isEmpty());
        for (long revision = 1; revision <= 50; revision++) {
            write("often", revision);
        }
        await().until(() -> reader.states().contains("often50"));
        assertThat(reader.states()).doesNotHaveDuplicates();
    }

    @Test
    void tellsOnlyWhatIsWanted() {
        var reader = new Reader(Long.MAX_VALUE);
        subscriptions
                .open(viewer, NAME, collection, null, written -> written.id().startsWith("b"))
                .subscribe(reader);
        await().until(() -> !reader.items.isEmpty());
        Stream.of("a1", "b1", "c1", "b2").forEach(id -> write(id, 1));
        await().until(() -> reader.states().size() == 2);
        assertThat(reader.states()).containsExactly("b11", "b21");
    }

    @Test
    void refusesPositionsThatItDidNotGiveOrThatAreTooOld() {
        var now = clock.now();
        assertThat(refusalOf("no position")).isEqualTo(ErrorCode.CURSOR_INVALID);
        assertThat(refusalOf(position("others", now))).isEqualTo(ErrorCode.CURSOR_INVALID);
        assertThat(refusalOf(Cursor.of(NAME, "today", "").encode())).isEqualTo(ErrorCode.CURSOR_INVALID);
        assertThat(refusalOf(position(NAME, now.plus(Duration.ofHours(1))))).isEqualTo(ErrorCode.CURSOR_INVALID);
        assertThat(refusalOf(position(NAME, now.minus(Subscriptions.OLDEST).minusSeconds(1))))
                .isEqualTo(ErrorCode.POSITION_TOO_OLD);
    }

    private ErrorCode refusalOf(String position) {
        return catchThrowableOfType(RequestException.class, () -> read(position))
                .code();
    }

    private static String position(String name, Instant time) {
        return Place.at(time).encode(name);
    }

    @Test
    void takesTwentyOfAnAccount() {
        var readers = IntStream.range(0, Subscriptions.MAXIMUM_PER_ACCOUNT)
                .mapToObj(any -> read(null))
                .toList();
        await().until(() -> readers.stream().noneMatch(reader -> reader.items.isEmpty()));
        assertThat(read(null).code()).isEqualTo(ErrorCode.TOO_MANY_STREAMS);
        readers.getFirst().cancel();
        await().until(() -> subscriptions.count() == Subscriptions.MAXIMUM_PER_ACCOUNT - 1);
        var one = read(null);
        await().until(() -> !one.items.isEmpty());
    }

    @Test
    void saysThatTheServerEnds() {
        var reader = read(null);
        await().until(() -> !reader.items.isEmpty());
        subscriptions.stop();
        await().until(() -> reader.code() == ErrorCode.STREAM_ENDED);
        await().until(() -> subscriptions.count() == 0);
        assertThat(read(null).code()).isEqualTo(ErrorCode.STREAM_ENDED);
    }

    private Reader read(@Nullable String after) {
        var reader = new Reader(Long.MAX_VALUE);
        subscriptions.open(viewer, NAME, collection, after, any -> true).subscribe(reader);
        return reader;
    }

    private void write(String id, long revision) {
        var put = Fact.put(
                things, id, new Document(), revision, List.of(), Origin.system("test"), Instant.EPOCH, List.of());
        assertThat(put).isTrue();
        ring();
    }

    private void ring() {
        subscriptions.on(List.of(new FeedEntry(collection, new Document())));
    }

    /** Keeps what it is told. */
    private static final class Reader extends BaseSubscriber<Changes> {
        private final List<Changes> items = new CopyOnWriteArrayList<>();
        private final long first;
        private volatile @Nullable Throwable error;

        Reader(long first) {
            this.first = first;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            if (first > 0) {
                subscription.request(first);
            }
        }

        @Override
        protected void hookOnNext(Changes item) {
            items.add(item);
        }

        @Override
        protected void hookOnError(Throwable thrown) {
            error = thrown;
        }

        /** Ids and revisions, in the order in which they came. */
        List<String> states() {
            return items.stream()
                    .flatMap(item -> item.entries().stream())
                    .map(entry -> entry.id() + entry.revision())
                    .toList();
        }

        @Nullable
        ErrorCode code() {
            return error instanceof RequestException refused ? refused.code() : null;
        }
    }
}
