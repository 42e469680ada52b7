package org.tongke.backend.exchange;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Origin;

/** The collection {@code batches}: what came when, and what was refused. Shard key: {@code _id} hashed, by which it is read. */
@Component
class BatchStore {
    private static final String ID = "_id";
    private static final String RECEIVED_AT = "receivedAt";
    private static final String LAST_RECEIVED_AT = "lastReceivedAt";
    private static final String BY = "by";
    private static final String COUNTS = "counts";
    private static final String REFUSED = "refused";
    private static final String INDEX = "index";
    private static final String PAYLOAD = "payload";
    private static final String PROBLEM = "problem";

    private final MongoCollection<Document> batches;

    BatchStore(MongoDatabase database) {
        batches = database.getCollection("batches");
    }

    /** Records a batch; sent again, the record tells of the last time. */
    void record(String supplier, UUID id, Batch batch, Origin by) {
        batches.updateOne(
                Filters.eq(ID, idOf(supplier, id)),
                Updates.combine(
                        Updates.setOnInsert(RECEIVED_AT, Date.from(batch.receivedAt())),
                        Updates.set(LAST_RECEIVED_AT, Date.from(batch.lastReceivedAt())),
                        Updates.set(BY, by.toDocument()),
                        Updates.set(COUNTS, write(batch.counts())),
                        Updates.set(
                                REFUSED,
                                batch.refused().stream().map(BatchStore::write).toList())),
                new UpdateOptions().upsert(true));
    }

    Optional<Batch> find(String supplier, UUID id) {
        return Optional.ofNullable(
                        batches.find(Filters.eq(ID, idOf(supplier, id))).first())
                .map(stored -> new Batch(
                        stored.getDate(RECEIVED_AT).toInstant(),
                        stored.getDate(LAST_RECEIVED_AT).toInstant(),
                        readCounts(stored.get(COUNTS, Document.class)),
                        stored.getList(REFUSED, Document.class, List.of()).stream()
                                .map(BatchStore::readRefused)
                                .toList()));
    }

    private static String idOf(String supplier, UUID id) {
        return supplier + ":" + id;
    }

    private static Document write(RowCounts counts) {
        return new Document("applied", counts.applied())
                .append("unchanged", counts.unchanged())
                .append("older", counts.older())
                .append("quarantined", counts.quarantined())
                .append("refused", counts.refused());
    }

    private static RowCounts readCounts(Document stored) {
        return new RowCounts(
                stored.getInteger("applied"),
                stored.getInteger("unchanged"),
                stored.getInteger("older"),
                stored.getInteger("quarantined"),
                stored.getInteger("refused"));
    }

    private static Document write(Batch.RefusedRow row) {
        return new Document(INDEX, row.index())
                .append(PAYLOAD, row.payload())
                .append(PROBLEM, KeptProblem.write(row.problem()));
    }

    private static Batch.RefusedRow readRefused(Document stored) {
        return new Batch.RefusedRow(
                stored.getInteger(INDEX),
                stored.get(PAYLOAD, Document.class),
                KeptProblem.read(stored.get(PROBLEM, Document.class)));
    }
}
