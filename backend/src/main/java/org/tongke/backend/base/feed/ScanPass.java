package org.tongke.backend.base.feed;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.Fact;

/** Goes once through what was written to some collections since a position, in the order of its writing. */
final class ScanPass implements AutoCloseable {
    private final MongoDatabase database;
    private final Delivered delivered;
    private final Duration overlap;
    private final Instant startedAt;
    private final Deque<String> left;
    private FeedPosition position;
    private @Nullable MongoCursor<Document> documents;

    /** @param startedAt now, by the database's clock */
    ScanPass(
            MongoDatabase database,
            Collection<String> collections,
            FeedPosition position,
            Delivered delivered,
            Duration overlap,
            Instant startedAt) {
        this.database = database;
        this.position = position;
        this.delivered = delivered;
        this.overlap = overlap;
        this.startedAt = startedAt;
        left = new ArrayDeque<>(collections);
        // of what is read again, here or in a collection that this pass leaves out, nothing may be forgotten
        position.seen().values().stream()
                .min(Comparator.naturalOrder())
                .ifPresent(
                        seen -> delivered.forgetBefore(earlier(seen, startedAt).minus(overlap)));
    }

    /** Whether everything was given out. */
    boolean isOver() {
        return left.isEmpty();
    }

    /** The next changes; fewer than the maximum only when the pass is over. */
    FeedBatch next() {
        var gathered = new FeedBatch.Gathered();
        while (!left.isEmpty() && !gathered.isFull()) {
            var collection = left.element();
            var cursor = open(collection);
            if (cursor.hasNext()) {
                var entry = new FeedEntry(collection, cursor.next());
                position = position.withSeen(collection, earlier(entry.changedAt(), startedAt));
                if (delivered.add(entry)) {
                    gathered.add(entry);
                }
            } else {
                close();
                left.remove();
                position = position.withSeen(collection, startedAt);
            }
        }
        return gathered.at(position);
    }

    private MongoCursor<Document> open(String collection) {
        if (documents == null) {
            // had the clock been set back, what it stamps now would lie behind what was seen
            var from = Optional.ofNullable(position.seen().get(collection))
                    .map(seen -> earlier(seen, startedAt).minus(overlap))
                    .orElse(Instant.EPOCH);
            documents = database.getCollection(collection)
                    .find(Filters.gte(Fact.CHANGED_AT, from))
                    .sort(Fact.feedIndex())
                    .batchSize(FeedBatch.MAXIMUM)
                    .cursor();
        }
        return documents;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public void close() {
        if (documents != null) {
            documents.close();
            documents = null;
        }
    }
}
