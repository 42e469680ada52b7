package org.tongke.backend.audit;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.DuplicateKey;

/** The collection {@code audit_seals}: the seals, by number. Only added to. Not sharded: one job writes it, in one order. */
@Component
class AuditSealStore {
    private final MongoCollection<Document> seals;

    AuditSealStore(MongoDatabase database) {
        seals = database.getCollection("audit_seals");
    }

    Optional<AuditSeal> findLast() {
        return Optional.ofNullable(seals.find().sort(Sorts.descending("_id")).first())
                .map(AuditSeal::from);
    }

    /** False if there is a seal with its number. */
    boolean add(AuditSeal seal) {
        try {
            seals.insertOne(seal.toDocument());
            return true;
        } catch (MongoWriteException failure) {
            if (DuplicateKey.isAll(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** All of them behind a number, in their order. The caller closes it. */
    MongoCursor<Document> after(long number) {
        return seals.find(Filters.gt("_id", number))
                .sort(Sorts.ascending("_id"))
                .cursor();
    }
}
