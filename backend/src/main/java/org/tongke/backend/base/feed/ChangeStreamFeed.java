package org.tongke.backend.base.feed;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
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
        return scan.now(collections).withToken(latestToken());
    }

    /** The token of the latest place in the stream. The driver's cursor does not tell it before it has waited for a change. */
    private BsonDocument latestToken() {
        var changes = List.of(new Document("$changeStream", new Document()));
        var opened = database.runCommand(
                new Document("aggregate", 1).append("pipeline", changes).append("cursor", new Document("batchSize", 0)),
                BsonDocument.class);
        var cursor = opened.getDocument("cursor");
        var name = new MongoNamespace(cursor.getString("ns").getValue()).getCollectionName();
        database.runCommand(new Document("killCursors", name).append("cursors", List.of(cursor.get("id"))));
        return cursor.getDocument("postBatchResumeToken");
    }

    @Override
    public Reading read(Set<String> collections, FeedPosition from) {
        return findResumed(collections, from)
                .map(stream -> new Follow(stream, from, null, new Delivered()))
                .orElseGet(() -> caughtUp(collections, from));
    }

    private Follow caughtUp(Set<String> collections, FeedPosition from) {
        var token = latestToken();
        var stream = stream(collections).resumeAfter(token).cursor();
        try {
            var delivered = new Delivered();
            var before = new Before(scan.pass(collections, from.withToken(null), delivered), token);
            return new Follow(stream, from, before, delivered);
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

    /**
     * What is read before the stream.
     *
     * @param pass over all that was written until the stream was opened, and perhaps some more
     * @param token where the stream was opened
     */
    private record Before(ScanPass pass, BsonDocument token) {}

    private static final class Follow implements Reading {
        private final MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream;
        private final Delivered delivered;
        private FeedPosition position;
        private Instant latest = Instant.EPOCH;
        private @Nullable Before before;

        Follow(
                MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream,
                FeedPosition position,
                @Nullable Before before,
                Delivered delivered) {
            this.stream = stream;
            this.position = position;
            this.before = before;
            this.delivered = delivered;
        }

        @Override
        public FeedBatch next() {
            return before == null ? follow() : catchUp(before);
        }

        private FeedBatch catchUp(Before scanned) {
            var batch = scanned.pass().next();
            position = batch.position();
            if (scanned.pass().isOver()) {
                before = null;
                position = position.withToken(scanned.token());
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
                before.pass().close();
            }
            stream.close();
        }
    }
}
