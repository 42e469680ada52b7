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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.DuplicateKey;

/**
 * The collection {@code audit_entries}. Shard key: {@code _id} hashed, as the feed finds entries by nothing else. An entry's {@code _id} is collection:id:revision, so that copying a write twice is copying it once. They are
 * only added to; what is set later is the number of the seal that covers them, for speed, not for proof.
 */
@Component
class AuditEntryStore {
    /** Number of the seal that covers an entry; absent until then. */
    static final String SEAL = "seal";

    private static final String ID = "_id";

    private final MongoCollection<Document> entries;

    AuditEntryStore(MongoDatabase database) {
        entries = database.getCollection("audit_entries");
        // findUnsealed(), findMarked(), findMarkedAfter(), countUnsealed(): the next to seal, and those of a seal
        entries.createIndex(Indexes.ascending(SEAL, ID), new IndexOptions().name("seal_1__id_1"));
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
