package org.tongke.backend.timetable.link;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;

/**
 * The collection {@code weekLinks}: at most one link an account, which is its {@code _id}; that is also the scope. A closed one stays
 * without its key, so that the history of opening and closing is kept. Shard key: {@code _id}; a key is looked for on all shards. The
 * key is kept as it is and not as a hash, so that its owner can copy the address again: whoever can read this collection can read the
 * weeks that it leads to.
 */
@Component
class WeekLinkStore implements FactCollection {
    static final String COLLECTION = "weekLinks";
    private static final String ID = "_id";
    private static final String KEY = "key";
    private static final String ENDS_AT = "endsAt";
    private static final String NAME = "name";

    private final MongoCollection<Document> links;

    WeekLinkStore(MongoDatabase database) {
        links = database.getCollection(COLLECTION);
        // findByKey(): somebody opens a link
        links.createIndex(Indexes.ascending(KEY), new IndexOptions().name("key"));
        links.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    Optional<WeekLink> findByKey(String key) {
        return Optional.ofNullable(links.find(Filters.eq(KEY, key)).first()).map(WeekLinkStore::read);
    }

    /** The link of an account, as it was last written, whether it holds or not. */
    Optional<WeekLink> find(String account) {
        return Optional.ofNullable(links.find(Filters.eq(ID, account)).first()).map(WeekLinkStore::read);
    }

    /** Writes the next state of a link, if it still stands as it was read. */
    boolean put(WeekLink link, FieldChange change, Origin by, Instant now) {
        return Fact.put(
                links,
                link.account(),
                new Document(KEY, keyOf(link))
                        .append(ENDS_AT, Date.from(link.endsAt()))
                        // what the trail calls it: nobody writes another one's
                        .append(NAME, by.name()),
                link.revision(),
                List.of("account:" + link.account()),
                by,
                now,
                List.of(change));
    }

    private static @Nullable String keyOf(WeekLink link) {
        return link.key().isEmpty() ? null : link.key();
    }

    private static WeekLink read(Document stored) {
        var key = stored.getString(KEY);
        return new WeekLink(
                stored.getString(ID), key == null ? "" : key, Values.instant(stored, ENDS_AT), Fact.revisionOf(stored));
    }
}
