package org.tongke.backend.publication;

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
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Regions;

/** The collection {@code shareLinks}: few, and those that ended stay for the log. Shard key: {@code _id}. */
@Component
class ShareLinkStore implements FactCollection {
    static final String COLLECTION = "shareLinks";
    static final String LIST = "shareLinks";

    private static final String ID = "_id";
    private static final String NAME = "name";
    private static final String KEY = "key";
    private static final String REGION = "region";
    private static final String PROGRAMME = "programme";
    private static final String NOTE = "note";
    private static final String CREATED_BY = "createdBy";
    private static final String ACCOUNT = "account";
    private static final String CREATED_AT = "createdAt";
    private static final String ENDS_AT = "endsAt";
    private static final Keyset NEWEST = new Keyset(CREATED_AT, false);

    private final MongoCollection<Document> links;

    ShareLinkStore(MongoDatabase database) {
        links = database.getCollection(COLLECTION);
        // findByKey(): somebody opens a link
        links.createIndex(Indexes.ascending(KEY), new IndexOptions().name("key").unique(true));
        // list(): of a place
        links.createIndex(
                Indexes.compoundIndex(Indexes.ascending(Scope.PLACES), Indexes.descending(CREATED_AT, ID)),
                new IndexOptions().name("places_createdAt"));
        links.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /**
     * Writes the state that follows the one that was read. Returns whether nobody else was faster; if so, it must be read again.
     *
     * @param name what the log calls it
     */
    boolean put(ShareLink link, String name, List<FieldChange> changes, Origin by, Instant now) {
        var set = new Document(NAME, name)
                .append(KEY, link.key())
                .append(REGION, link.regionCode())
                .append(PROGRAMME, link.programmeId())
                .append(NOTE, link.note())
                .append(CREATED_BY, link.createdBy())
                .append(ACCOUNT, link.account())
                .append(CREATED_AT, Date.from(link.createdAt()))
                .append(ENDS_AT, Date.from(link.endsAt()))
                .append(Scope.PLACES, List.copyOf(link.places()));
        return Fact.put(links, link.id(), set, link.revision(), List.of(), by, now, changes);
    }

    Optional<ShareLink> find(String id) {
        return Optional.ofNullable(links.find(Filters.eq(ID, id)).first()).map(ShareLinkStore::read);
    }

    Optional<ShareLink> findByKey(String key) {
        return Optional.ofNullable(links.find(Filters.eq(KEY, key)).first()).map(ShareLinkStore::read);
    }

    /** Those that hold, the newest first. */
    List<ShareLink> list(PageRequest page, Instant now, Scope scope) {
        var within = Regions.byPlace(scope);
        var filter = Filters.and(
                within.filter(),
                Filters.gt(ENDS_AT, Date.from(now)),
                NEWEST.after(page.after().map(Keyset.Place::ofInstant)));
        return Found.all(links.find(filter).sort(NEWEST.sort()).limit(page.limit()), ShareLinkStore::read);
    }

    static Cursor cursorOf(ShareLink link) {
        return Cursor.of(LIST, link.createdAt().toString(), link.id());
    }

    private static ShareLink read(Document stored) {
        return new ShareLink(
                stored.getString(ID),
                Fact.revisionOf(stored),
                stored.getString(KEY),
                stored.getString(REGION),
                stored.getString(PROGRAMME),
                stored.getString(NOTE),
                stored.getString(CREATED_BY),
                stored.getString(ACCOUNT),
                Values.instant(stored, CREATED_AT),
                Values.instant(stored, ENDS_AT),
                stored.getList(Scope.PLACES, String.class));
    }
}
