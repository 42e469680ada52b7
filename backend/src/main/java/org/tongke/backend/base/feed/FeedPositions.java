package org.tongke.backend.base.feed;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.DuplicateKey;

/**
 * How far each consumer has worked, and which backend does its work until when, by the database's clock. A position is saved by the
 * owner only, so that one who was taken for dead cannot set it back.
 */
public final class FeedPositions {
    /** Name of the collection. */
    public static final String COLLECTION = "feed_positions";

    private static final String ID = "_id";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";
    private static final String TOKEN = "token";
    private static final String SEEN = "seen";

    private final MongoCollection<Document> positions;
    private final Server server;
    private final String owner;
    private final Duration lease;

    FeedPositions(MongoDatabase database, Server server, String owner, Duration lease) {
        this.positions = database.getCollection(COLLECTION);
        this.server = server;
        this.owner = owner;
        this.lease = lease;
    }

    /** Keeps what is ours, takes what is free, and says which of the consumers are ours now. */
    Set<String> lease(Collection<String> consumers) {
        var now = server.now();
        positions.updateMany(
                Filters.and(Filters.in(ID, consumers), Filters.eq(OWNER, owner)),
                Updates.set(UNTIL, Date.from(now.plus(lease))));
        var known = new HashMap<String, Document>();
        positions.find(Filters.in(ID, consumers)).forEach(position -> known.put(position.getString(ID), position));
        var ours = new HashSet<String>();
        for (var consumer : consumers) {
            if (isOurs(consumer, known.get(consumer), now)) {
                ours.add(consumer);
            }
        }
        return ours;
    }

    private boolean isOurs(String consumer, @Nullable Document position, Instant now) {
        if (position == null) {
            return begin(consumer, now);
        }
        return owner.equals(position.getString(OWNER))
                || (position.getDate(UNTIL).toInstant().isBefore(now) && take(consumer, position, now));
    }

    private boolean begin(String consumer, Instant now) {
        try {
            positions.insertOne(new Document(ID, consumer)
                    .append(OWNER, owner)
                    .append(UNTIL, Date.from(now.plus(lease)))
                    .append(SEEN, new Document()));
            return true;
        } catch (MongoWriteException failure) {
            if (DuplicateKey.isAll(failure)) {
                return false; // another backend was faster
            }
            throw failure;
        }
    }

    private boolean take(String consumer, Document position, Instant now) {
        var unchanged = Filters.and(
                Filters.eq(ID, consumer),
                Filters.eq(OWNER, position.getString(OWNER)),
                Filters.eq(UNTIL, position.getDate(UNTIL)));
        var taken = Updates.combine(Updates.set(OWNER, owner), Updates.set(UNTIL, Date.from(now.plus(lease))));
        return positions.updateOne(unchanged, taken).getMatchedCount() == 1;
    }

    /** Frees all that is ours. */
    void release() {
        positions.updateMany(Filters.eq(OWNER, owner), Updates.set(UNTIL, Date.from(Instant.EPOCH)));
    }

    /** How far a consumer has worked. */
    FeedPosition get(String consumer) {
        var position = positions.find(Filters.eq(ID, consumer)).first();
        if (position == null) {
            return FeedPosition.BEGINNING;
        }
        var seen = new HashMap<String, Instant>();
        position.get(SEEN, new Document())
                .forEach((collection, time) -> seen.put(collection, ((Date) time).toInstant()));
        var token = position.get(TOKEN, Document.class);
        return new FeedPosition(token == null ? null : token.toBsonDocument(), seen);
    }

    /** Saves how far a consumer has worked; false if its work has gone to another backend. */
    boolean save(String consumer, FeedPosition position) {
        var seen = new Document();
        position.seen().forEach((collection, time) -> seen.append(collection, Date.from(time)));
        return positions
                        .updateOne(
                                Filters.and(Filters.eq(ID, consumer), Filters.eq(OWNER, owner)),
                                Updates.combine(Updates.set(TOKEN, position.token()), Updates.set(SEEN, seen)))
                        .getMatchedCount()
                == 1;
    }
}
