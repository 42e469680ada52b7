package org.tongke.backend.base.feed;

import com.mongodb.MongoCommandException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.FullDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongke.backend.base.mongo.Fact;

/**
 * Follows mongod's change stream. Without a token, or when the server no longer has its place, it opens a stream first, scans what
 * was written up to then, and goes on with that stream: so there is no gap.
 */
final class ChangeStreamFeed implements Feed {
    private static final Logger log = LoggerFactory.getLogger(ChangeStreamFeed.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    /** How long a state is remembered that later events of the same fact may bring again. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final MongoDatabase database;
    private final ScanFeed scan;

    ChangeStreamFeed(MongoDatabase database, ScanFeed scan) {
        this.database = database;
        this.scan = scan;
    }

    @Override
    public FeedPosition now(Set<String> collections) {
        try (var stream = stream(collections).cursor()) {
            return scan.now(collections).withToken(stream.getResumeToken());
        }
    }

    @Override
    public Reading read(Set<String> collections, FeedPosition from) {
        return findResumed(collections, from)
                .map(stream -> new Follow(stream, from, null, new Delivered()))
                .orElseGet(() -> caughtUp(collections, from));
    }

    private Follow caughtUp(Set<String> collections, FeedPosition from) {
        var stream = stream(collections).cursor();
        try {
            var delivered = new Delivered();
            return new Follow(
                    stream, from.withToken(null), scan.pass(collections, from.withToken(null), delivered), delivered);
        } catch (RuntimeException failure) {
            stream.close();
            throw failure;
        }
    }

    private Optional<MongoChangeStreamCursor<ChangeStreamDocument<Document>>> findResumed(
            Set<String> collections, FeedPosition from) {
        if (from.token() == null || !from.seen().keySet().containsAll(collections)) {
            return Optional.empty();
        }
        try {
            return Optional.of(stream(collections).resumeAfter(from.token()).cursor());
        } catch (MongoCommandException lost) {
            log.warn("The change stream has lost its place; scanning from {}: {}", from.seen(), lost.getErrorMessage());
            return Optional.empty();
        }
    }

    private ChangeStreamIterable<Document> stream(Set<String> collections) {
        var written = Filters.and(
                Filters.in("ns.coll", collections), Filters.in("operationType", "insert", "update", "replace"));
        return database.watch(List.of(Aggregates.match(written)))
                .fullDocument(FullDocument.UPDATE_LOOKUP)
                .batchSize(FeedBatch.MAXIMUM)
                .maxAwaitTime(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static final class Follow implements Reading {
        private final MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream;
        private final @Nullable BsonDocument openedAt;
        private final Delivered delivered;
        private FeedPosition position;
        private Instant latest = Instant.EPOCH;
        private @Nullable ScanPass before;

        Follow(
                MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream,
                FeedPosition position,
                @Nullable ScanPass before,
                Delivered delivered) {
            this.stream = stream;
            this.openedAt = stream.getResumeToken();
            this.position = position;
            this.before = before;
            this.delivered = delivered;
        }

        @Override
        public FeedBatch next() {
            return before == null ? follow() : catchUp(before);
        }

        private FeedBatch catchUp(ScanPass pass) {
            var batch = pass.next();
            position = batch.position();
            if (pass.isOver()) {
                before = null;
                position = position.withToken(openedAt);
            }
            return new FeedBatch(batch.entries(), position);
        }

        private FeedBatch follow() {
            var gathered = new FeedBatch.Gathered();
            delivered.forgetBefore(latest.minus(REMEMBERED));
            for (var event = stream.tryNext(); event != null; event = more(gathered)) {
                take(event, gathered);
            }
            // without an event the token still moves on with the server's log, of which only the latest part is kept
            position = position.withToken(stream.getResumeToken());
            return gathered.at(position);
        }

        private @Nullable ChangeStreamDocument<Document> more(FeedBatch.Gathered gathered) {
            return gathered.isFull() || stream.available() == 0 ? null : stream.tryNext();
        }

        private void take(ChangeStreamDocument<Document> event, FeedBatch.Gathered gathered) {
            var document = event.getFullDocument();
            var namespace = event.getNamespace();
            if (document == null || namespace == null || !document.containsKey(Fact.REVISION)) {
                return; // deleted meanwhile, or not a fact
            }
            var entry = new FeedEntry(namespace.getCollectionName(), document);
            var writtenAt = writtenAt(event);
            position = position.withSeen(entry.collection(), writtenAt);
            latest = writtenAt;
            if (delivered.add(entry)) {
                gathered.add(entry);
            }
        }

        /** When the event was written, not the document, which may be newer: others may have been written between them. */
        private static Instant writtenAt(ChangeStreamDocument<Document> event) {
            var wallTime = event.getWallTime();
            var clusterTime = event.getClusterTime();
            if (wallTime != null) {
                return Instant.ofEpochMilli(wallTime.getValue());
            }
            return clusterTime == null ? Instant.EPOCH : Instant.ofEpochSecond(clusterTime.getTime());
        }

        @Override
        public void close() {
            if (before != null) {
                before.close();
            }
            stream.close();
        }
    }
}
