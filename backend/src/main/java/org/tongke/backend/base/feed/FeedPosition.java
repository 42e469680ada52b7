package org.tongke.backend.base.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer has worked.
 *
 * @param token where the change stream goes on; null where there is none yet
 * @param seen by collection, the time by the database's clock up to which its facts were handled; without an entry, none was
 */
record FeedPosition(@Nullable BsonDocument token, Map<String, Instant> seen) {
    /** Nothing was handled. */
    static final FeedPosition BEGINNING = new FeedPosition(null, Map.of());

    FeedPosition {
        seen = Map.copyOf(seen);
    }

    /** Everything up to a time was handled. */
    static FeedPosition at(Instant time, Set<String> collections) {
        var seen = new HashMap<String, Instant>();
        collections.forEach(collection -> seen.put(collection, time));
        return new FeedPosition(null, seen);
    }

    FeedPosition withToken(@Nullable BsonDocument next) {
        return new FeedPosition(next, seen);
    }

    FeedPosition withSeen(String collection, Instant time) {
        var next = new HashMap<>(seen);
        next.put(collection, time);
        return new FeedPosition(token, next);
    }
}
