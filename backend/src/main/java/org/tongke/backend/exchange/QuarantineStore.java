package org.tongke.backend.exchange;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.base.mongo.AtOnce;

/**
 * The collection {@code quarantine}: of each activity the newest row that could not be resolved. Shard key: {@code _id} hashed, by
 * which it is written and read. A supplier reaches only keys of its own.
 */
@Component
class QuarantineStore {
    private static final String ID = "_id";
    private static final String REVISION = "revision";
    private static final String PAYLOAD = "payload";
    private static final String PROBLEM = "problem";
    private static final String FIRST_SEEN_AT = "firstSeenAt";
    private static final String LAST_SEEN_AT = "lastSeenAt";

    private final MongoCollection<Document> quarantine;

    QuarantineStore(MongoDatabase database) {
        quarantine = database.getCollection("quarantine");
    }

    /**
     * Keeps rows, one an activity at most, unless a newer one of the activity is kept. One round trip.
     *
     * @return activities of which a newer row is kept
     */
    Set<ActivityKey> keep(List<QuarantinedRow> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        List<WriteModel<Document>> models =
                rows.stream().map(QuarantineStore::model).toList();
        try {
            quarantine.bulkWrite(models, new BulkWriteOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException failed) {
            if (failed.getWriteConcernError() != null
                    || failed.getWriteErrors().stream().anyMatch(error -> !isGuarded(error))) {
                throw failed;
            }
            return failed.getWriteErrors().stream()
                    .map(error -> rows.get(error.getIndex()).key())
                    .collect(Collectors.toSet());
        }
    }

    /** Where a newer one stands the guard fails, and the insert of the upsert meets its key. */
    private static WriteModel<Document> model(QuarantinedRow row) {
        return new UpdateOneModel<>(
                upTo(row.key().id(), row.revision()),
                Updates.combine(
                        Updates.set(REVISION, row.revision()),
                        Updates.set(PAYLOAD, row.payload()),
                        Updates.set(PROBLEM, KeptProblem.write(row.problem())),
                        Updates.set(LAST_SEEN_AT, Date.from(row.lastSeenAt())),
                        Updates.setOnInsert(FIRST_SEEN_AT, Date.from(row.firstSeenAt()))),
                new UpdateOptions().upsert(true));
    }

    private static boolean isGuarded(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** Revisions of the rows that are kept of some activities. One round trip. */
    Map<ActivityKey, Long> findRevisions(Collection<ActivityKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<ActivityKey, Long> found = new HashMap<>();
        AtOnce.find(quarantine.find(
                        Filters.in(ID, keys.stream().map(ActivityKey::id).toList())))
                .projection(Projections.include(REVISION))
                .forEach(stored -> found.put(ActivityKey.of(stored.getString(ID)), revision(stored)));
        return found;
    }

    /** Lets go of rows up to a revision of each activity. One round trip. */
    void release(Map<ActivityKey, Long> upTo) {
        if (!upTo.isEmpty()) {
            List<WriteModel<Document>> models = upTo.entrySet().stream()
                    .<WriteModel<Document>>map(
                            entry -> new DeleteOneModel<>(upTo(entry.getKey().id(), entry.getValue())))
                    .toList();
            quarantine.bulkWrite(models, new BulkWriteOptions().ordered(false));
        }
    }

    Optional<QuarantinedRow> find(ActivityKey key) {
        return Optional.ofNullable(quarantine.find(Filters.eq(ID, key.id())).first())
                .map(stored -> new QuarantinedRow(
                        key,
                        revision(stored),
                        stored.get(PAYLOAD, Document.class),
                        KeptProblem.read(stored.get(PROBLEM, Document.class)),
                        stored.getDate(FIRST_SEEN_AT).toInstant(),
                        stored.getDate(LAST_SEEN_AT).toInstant()));
    }

    private static Bson upTo(String id, long revision) {
        return Filters.and(Filters.eq(ID, id), Filters.lte(REVISION, revision));
    }

    private static long revision(Document stored) {
        return stored.get(REVISION, Number.class).longValue();
    }
}
