package org.tongke.backend.base.feed;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.support.Stores;

/** A database with facts, a writer, and as many backends as a test starts, each with a client of its own. */
final class Bench implements AutoCloseable {
    static final String FACTS = "facts";

    private final Stores stores;
    private final FeedSettings settings;
    private final FeedBell bell = new FeedBell();
    private final MongoClient writer;
    private final MongoDatabase database;
    private final List<Backend> backends = new ArrayList<>();

    /** @param heard whether the backends hear the writer's writes, as those of their own process */
    Bench(Stores stores, FeedSettings settings, boolean heard) {
        this.stores = stores;
        this.settings = settings;
        writer = heard ? stores.connect(bell) : stores.connect();
        database = Stores.freshDatabase(writer);
    }

    /** How often a backend looks for what it was not told of. */
    Duration poll() {
        return settings.poll();
    }

    MongoDatabase database() {
        return database;
    }

    Backend start(FeedConsumer... consumers) {
        var backend = new Backend(List.of(consumers));
        backends.add(backend);
        backend.runner.start();
        return backend;
    }

    void write(String id, long revision, String... touches) {
        database.getCollection(FACTS)
                .updateOne(Filters.eq("_id", id), fact(revision, List.of(touches)), new UpdateOptions().upsert(true));
    }

    /** Writes facts {@code PREFIX0}, {@code PREFIX1}, … in one go. */
    void writeMany(String prefix, int count) {
        var writes = IntStream.range(0, count)
                .mapToObj(number -> new UpdateOneModel<Document>(
                        Filters.eq("_id", prefix + number), fact(1, List.of()), new UpdateOptions().upsert(true)))
                .toList();
        database.getCollection(FACTS).bulkWrite(writes);
    }

    /** What a consumer has seen that was given all of {@link #writeMany}. */
    static String[] many(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> prefix + number + "@1")
                .toArray(String[]::new);
    }

    private static Bson fact(long revision, List<String> touches) {
        return Fact.write(
                new Document("kind", "test"), revision, touches, Origin.system("test"), Instant.now(), List.of());
    }

    @Override
    public void close() {
        backends.forEach(Backend::stop);
        database.drop();
        writer.close();
    }

    /** One backend of several. */
    final class Backend {
        private final MongoClient client = stores.connect(bell);
        private final MeterRegistry metrics = new SimpleMeterRegistry();
        private final FeedRunner runner;

        private Backend(List<FeedConsumer> consumers) {
            runner = FeedRunner.with(settings, client.getDatabase(database.getName()), consumers, bell, metrics);
        }

        double lagSeconds(String consumer) {
            return metrics.get("tongke.feed.lag")
                    .tag("consumer", consumer)
                    .gauge()
                    .value();
        }

        /** Ends in order. */
        void stop() {
            runner.stop();
            client.close();
        }

        /** From the database's view: from now on it does nothing any more, and it has not said goodbye. */
        void die() {
            client.close();
        }
    }
}
