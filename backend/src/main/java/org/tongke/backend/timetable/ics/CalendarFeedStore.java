package org.tongke.backend.timetable.ics;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.Origin;

/**
 * The collection {@code calendarFeeds}: at most one feed an account, which is its {@code _id}; that is also the scope. A closed one
 * stays without its secret, so that the history of opening and closing is kept. Shard key: {@code _id}; a secret is looked for on
 * all shards. The secret is kept as it is and not as a hash, so that its owner can see the address again: whoever can read this
 * collection can read the timetables that it leads to.
 */
@Component
class CalendarFeedStore implements FactCollection {
    static final String COLLECTION = "calendarFeeds";
    private static final String ID = "_id";
    private static final String SECRET = "secret";
    private static final String LANGUAGE = "language";
    private static final String NAME = "name";

    private final MongoCollection<Document> feeds;

    CalendarFeedStore(MongoDatabase database) {
        feeds = database.getCollection(COLLECTION);
        // findBySecret(): a calendar asks
        feeds.createIndex(Indexes.ascending(SECRET), new IndexOptions().name("secret"));
        feeds.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    Optional<CalendarFeed> findBySecret(String secret) {
        return Optional.ofNullable(feeds.find(Filters.eq(SECRET, secret)).first())
                .map(CalendarFeedStore::read);
    }

    /** The feed of an account, as it was last written; with an empty secret if it is closed. */
    Optional<CalendarFeed> find(String account) {
        return Optional.ofNullable(feeds.find(Filters.eq(ID, account)).first()).map(CalendarFeedStore::read);
    }

    /** Writes the next state of a feed, if it still stands as it was read. */
    boolean put(CalendarFeed feed, Origin by, Instant now) {
        return Fact.put(
                feeds,
                feed.account(),
                new Document(SECRET, secretOf(feed))
                        .append(LANGUAGE, feed.language())
                        // what the trail calls it: nobody writes another one's
                        .append(NAME, by.name()),
                feed.revision(),
                List.of("account:" + feed.account()),
                by,
                now,
                List.of());
    }

    private static @Nullable String secretOf(CalendarFeed feed) {
        return feed.secret().isEmpty() ? null : feed.secret();
    }

    private static CalendarFeed read(Document stored) {
        var secret = stored.getString(SECRET);
        return new CalendarFeed(
                stored.getString(ID),
                secret == null ? "" : secret,
                stored.getString(LANGUAGE),
                Fact.revisionOf(stored));
    }
}
