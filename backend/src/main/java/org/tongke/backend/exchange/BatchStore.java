package org.tongke.backend.exchange;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;

/**
 * The collection {@code batches}: what came when, what became of it, and what was refused. Shard key: {@code _id} hashed, by which it
 * is written; the figures of a supplier read all shards.
 */
@Component
class BatchStore {
    static final String LIST = "batches";

    private static final String ID = "_id";
    private static final String SUPPLIER = "supplier";
    private static final String IS_RETRY = "isRetry";
    private static final String RECEIVED_AT = "receivedAt";
    private static final String LAST_RECEIVED_AT = "lastReceivedAt";
    private static final String BY = "by";
    private static final String COUNTS = "counts";
    /** Whether a row of it was good. */
    private static final String SUCCEEDED = "succeeded";
    /** How long the rows that were written were on their way: {@code seconds}, {@code rows}. */
    private static final String LAGS = "lags";

    private static final String SECONDS = "seconds";
    private static final String ROWS = "rows";
    private static final String REFUSED = "refused";
    private static final String INDEX = "index";
    private static final String PAYLOAD = "payload";
    private static final String PROBLEM = "problem";
    private static final String DAY = "day";
    private static final List<String> RESULTS = List.of("applied", "unchanged", "older", "quarantined", "refused");
    private static final Keyset NEWEST_FIRST = new Keyset(LAST_RECEIVED_AT, false);

    private final MongoCollection<Document> batches;

    BatchStore(MongoDatabase database) {
        batches = database.getCollection("batches");
        // list() of a supplier; countsByDay(), lags(): its last days
        batches.createIndex(
                Indexes.compoundIndex(Indexes.ascending(SUPPLIER), Indexes.descending(LAST_RECEIVED_AT, ID)),
                new IndexOptions().name("supplier_lastReceivedAt"));
        // list() for administrators
        batches.createIndex(Indexes.descending(LAST_RECEIVED_AT, ID), new IndexOptions().name("lastReceivedAt"));
        // lastSuccesses(): the first of each supplier
        batches.createIndex(
                Indexes.compoundIndex(Indexes.ascending(SUCCEEDED, SUPPLIER), Indexes.descending(LAST_RECEIVED_AT)),
                new IndexOptions().name("succeeded_supplier_lastReceivedAt"));
    }

    /** Records a batch; sent again, the record tells of the last time. */
    void record(Batch batch, Lags lags, Origin by) {
        var counts = batch.counts();
        batches.updateOne(
                Filters.eq(ID, batch.id()),
                Updates.combine(
                        Updates.set(SUPPLIER, batch.supplier()),
                        Updates.set(IS_RETRY, batch.isRetry()),
                        Updates.setOnInsert(RECEIVED_AT, Date.from(batch.receivedAt())),
                        Updates.set(LAST_RECEIVED_AT, Date.from(batch.lastReceivedAt())),
                        Updates.set(BY, by.toDocument()),
                        Updates.set(COUNTS, write(counts)),
                        Updates.set(SUCCEEDED, counts.applied() + counts.unchanged() + counts.older() > 0),
                        Updates.set(LAGS, write(lags)),
                        Updates.set(
                                REFUSED,
                                batch.refused().stream().map(BatchStore::write).toList())),
                new UpdateOptions().upsert(true));
    }

    Optional<Batch> find(String id) {
        return Optional.ofNullable(batches.find(Filters.eq(ID, id)).first()).map(BatchStore::read);
    }

    /** @param suppliers those of which it is asked; empty for all */
    List<Batch> list(Optional<List<String>> suppliers, PageRequest page) {
        var filters =
                new ArrayList<Bson>(List.of(NEWEST_FIRST.after(page.after().map(Keyset.Place::ofInstant))));
        suppliers.ifPresent(ids -> filters.add(Filters.in(SUPPLIER, ids)));
        return Found.all(
                batches.find(Filters.and(filters)).sort(NEWEST_FIRST.sort()).limit(page.limit()), BatchStore::read);
    }

    static Cursor cursorOf(Batch batch) {
        return Cursor.of(LIST, batch.lastReceivedAt().toString(), batch.id());
    }

    /** When a row of each supplier was good last; those that never sent one are missing. One round trip. */
    Map<String, Instant> lastSuccesses(Collection<String> suppliers) {
        var last = new HashMap<String, Instant>();
        var newestFirst = new Document(SUPPLIER, 1).append(LAST_RECEIVED_AT, -1);
        batches.aggregate(List.of(
                        Aggregates.match(Filters.and(Filters.eq(SUCCEEDED, true), Filters.in(SUPPLIER, suppliers))),
                        Aggregates.sort(newestFirst),
                        Aggregates.group("$" + SUPPLIER, Accumulators.first("at", "$" + LAST_RECEIVED_AT))))
                .forEach(found ->
                        last.put(found.getString(ID), found.getDate("at").toInstant()));
        return last;
    }

    /** Batches and rows of each supplier by day, from an instant on. One round trip. */
    Map<String, Map<LocalDate, DayCounts>> countsByDay(Collection<String> suppliers, Instant from, ZoneId zone) {
        var counts = new HashMap<String, Map<LocalDate, DayCounts>>();
        var day = new Document(
                "$dateToString",
                new Document("date", "$" + LAST_RECEIVED_AT)
                        .append("format", "%Y-%m-%d")
                        .append("timezone", zone.getId()));
        var sums = new ArrayList<>(RESULTS.stream()
                .map(result -> Accumulators.sum(result, "$" + COUNTS + "." + result))
                .toList());
        sums.add(Accumulators.sum("batches", 1));
        batches.aggregate(List.of(
                        Aggregates.match(since(suppliers, from)),
                        Aggregates.group(new Document(SUPPLIER, "$" + SUPPLIER).append(DAY, day), sums)))
                .forEach(found -> {
                    var id = found.get(ID, Document.class);
                    var on = LocalDate.parse(id.getString(DAY));
                    counts.computeIfAbsent(id.getString(SUPPLIER), _ -> new HashMap<>())
                            .put(on, new DayCounts(on, found.getInteger("batches"), readCounts(found)));
                });
        return counts;
    }

    /** How long rows of each supplier were on their way that were written from an instant on. One round trip. */
    Map<String, Lags> lags(Collection<String> suppliers, Instant from) {
        var lags = new HashMap<String, Lags>();
        batches.aggregate(List.of(
                        Aggregates.match(since(suppliers, from)),
                        Aggregates.unwind("$" + LAGS),
                        Aggregates.group(
                                new Document(SUPPLIER, "$" + SUPPLIER).append(SECONDS, "$" + LAGS + "." + SECONDS),
                                Accumulators.sum(ROWS, "$" + LAGS + "." + ROWS))))
                .forEach(found -> {
                    var id = found.get(ID, Document.class);
                    lags.computeIfAbsent(id.getString(SUPPLIER), _ -> new Lags())
                            .add(id.get(SECONDS, Number.class).longValue(), found.getInteger(ROWS));
                });
        return lags;
    }

    private static Bson since(Collection<String> suppliers, Instant from) {
        return Filters.and(Filters.in(SUPPLIER, suppliers), Filters.gte(LAST_RECEIVED_AT, Date.from(from)));
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

    private static List<Document> write(Lags lags) {
        return lags.rowsBySeconds().entrySet().stream()
                .map(entry -> new Document(SECONDS, entry.getKey()).append(ROWS, entry.getValue()))
                .toList();
    }

    private static Document write(Batch.RefusedRow row) {
        return new Document(INDEX, row.index())
                .append(PAYLOAD, row.payload())
                .append(PROBLEM, KeptProblem.write(row.problem()));
    }

    private static Batch read(Document stored) {
        var id = stored.getString(ID);
        var colon = id.indexOf(':');
        return new Batch(
                id.substring(0, colon),
                UUID.fromString(id.substring(colon + 1)),
                stored.getBoolean(IS_RETRY, false),
                stored.getDate(RECEIVED_AT).toInstant(),
                stored.getDate(LAST_RECEIVED_AT).toInstant(),
                readCounts(stored.get(COUNTS, Document.class)),
                stored.getList(REFUSED, Document.class, List.of()).stream()
                        .map(BatchStore::readRefused)
                        .toList());
    }

    private static Batch.RefusedRow readRefused(Document stored) {
        return new Batch.RefusedRow(
                stored.getInteger(INDEX),
                stored.get(PAYLOAD, Document.class),
                KeptProblem.read(stored.get(PROBLEM, Document.class)));
    }
}
