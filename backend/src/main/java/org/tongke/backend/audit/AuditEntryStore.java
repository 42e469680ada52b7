package org.tongke.backend.audit;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.who.Scope;

/**
 * The collection {@code audit_entries}. Shard key: {@code _id} hashed, as the feed finds entries by nothing else. An entry's {@code _id} is collection:id:revision, so that copying a write twice is copying it once. They are
 * only added to; what is set later is the number of the seal that covers them, for speed, not for proof.
 */
@Component
class AuditEntryStore {
    /** Number of the seal that covers an entry; absent until then. */
    static final String SEAL = "seal";

    static final String COLLECTION = "collection";
    static final String FACT = "fact";
    /** Name of the thing as it was then; null if it has none. */
    static final String LABEL = "label";

    static final String FIELDS = "fields";
    static final String LOST = "lost";

    /** Name of the list for cursors. */
    static final String LIST = "auditEntries";

    private static final String ID = "_id";
    private static final String BY_ACCOUNT = Fact.BY + ".account";
    private static final String BY_NAME = Fact.BY + ".name";
    private static final Keyset NEWEST = new Keyset(Fact.RECORDED_AT, false);

    private final MongoCollection<Document> entries;

    AuditEntryStore(MongoDatabase database) {
        entries = database.getCollection("audit_entries");
        // findUnsealed(), findMarked(), findMarkedAfter(), countUnsealed(): the next to seal, and those of a seal
        entries.createIndex(Indexes.ascending(SEAL, ID), new IndexOptions().name("seal_1__id_1"));
        // list(): of a place, the newest first
        entries.createIndex(
                Indexes.compoundIndex(Indexes.ascending(Scope.PLACES), Indexes.descending(Fact.RECORDED_AT, ID)),
                new IndexOptions().name("places_recordedAt"));
        // list(): all of them, the newest first
        entries.createIndex(Indexes.descending(Fact.RECORDED_AT, ID), new IndexOptions().name("recordedAt"));
        // list(): of one thing
        entries.createIndex(Indexes.ascending(FACT), new IndexOptions().name("fact"));
        // list(): by one account
        entries.createIndex(
                Indexes.compoundIndex(Indexes.ascending(BY_ACCOUNT), Indexes.descending(Fact.RECORDED_AT, ID)),
                new IndexOptions().name("by_recordedAt"));
    }

    /** Entries behind a place, the newest first. */
    List<AuditEntry> list(AuditQuestion asked, Optional<Keyset.Place> after, int limit, Scope scope) {
        var filters = new ArrayList<Bson>(List.of(scope.filter(), NEWEST.after(after)));
        asked.from().ifPresent(from -> filters.add(Filters.gte(Fact.RECORDED_AT, Date.from(from))));
        asked.until().ifPresent(until -> filters.add(Filters.lt(Fact.RECORDED_AT, Date.from(until))));
        asked.by().ifPresent(account -> filters.add(Filters.eq(BY_ACCOUNT, account)));
        asked.byName().ifPresent(name -> filters.add(Filters.eq(BY_NAME, name)));
        asked.kind().ifPresent(kind -> filters.add(Filters.eq(COLLECTION, kind)));
        asked.thing().ifPresent(thing -> filters.add(Filters.eq(FACT, thing)));
        // a null would come after all others: entries of before, that nothing tells the time of
        filters.add(Filters.gt(Fact.RECORDED_AT, Date.from(Instant.EPOCH)));
        return Found.all(entries.find(Filters.and(filters)).sort(NEWEST.sort()).limit(limit), AuditEntryStore::read);
    }

    static Cursor cursorOf(AuditEntry entry) {
        return Cursor.of(LIST, entry.recordedAt().toString(), entry.id());
    }

    private static AuditEntry read(Document stored) {
        var by = stored.get(Fact.BY, Document.class);
        return new AuditEntry(
                stored.getString(ID),
                Values.instant(stored, Fact.RECORDED_AT),
                by == null ? Origin.system(LOST) : Origin.from(by),
                stored.getString(COLLECTION),
                stored.getString(FACT),
                stored.getString(LABEL),
                Fact.revisionOf(stored),
                Values.list(stored, FIELDS, FieldChange::from),
                stored.getBoolean(LOST, false));
    }

    /** Which of these ids there are. */
    Set<String> findExisting(Collection<String> ids) {
        var existing = new HashSet<String>();
        entries.find(Filters.in(ID, ids))
                .projection(Projections.include(ID))
                .forEach(entry -> existing.add(entry.getString(ID)));
        return existing;
    }

    /** Adds entries; those that are there stay as they are. */
    void add(List<Document> added) {
        if (added.isEmpty()) {
            return;
        }
        try {
            entries.insertMany(added, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            if (!DuplicateKey.isAll(failure)) {
                throw failure;
            }
        }
    }

    /** Entries that no seal covers, in the order of their ids. */
    List<Document> findUnsealed(int limit) {
        return entries.find(Filters.eq(SEAL, null))
                .sort(Sorts.ascending(ID))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Notes on the entries of a seal that it covers them. */
    void mark(AuditSeal seal) {
        entries.updateMany(
                Filters.and(Filters.in(ID, seal.hashes().keySet()), Filters.eq(SEAL, null)),
                Updates.set(SEAL, seal.number()));
    }

    List<Document> find(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : entries.find(Filters.in(ID, ids)).into(new ArrayList<>());
    }

    List<Document> findMarked(long seal) {
        return entries.find(Filters.eq(SEAL, seal)).into(new ArrayList<>());
    }

    List<String> findMarkedAfter(long seal) {
        return entries.find(Filters.gt(SEAL, seal))
                .map(entry -> entry.getString(ID))
                .into(new ArrayList<>());
    }

    long countUnsealed() {
        return entries.countDocuments(Filters.eq(SEAL, null));
    }
}
