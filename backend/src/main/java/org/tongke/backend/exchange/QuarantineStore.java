package org.tongke.backend.exchange;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;

/**
 * The collection {@code quarantine}: of each activity the newest row that could not be resolved. Shard key: {@code _id} hashed, by
 * which it is written and read; lists and what is to be tried again read all shards, for there is little of it.
 */
@Component
class QuarantineStore {
    static final String LIST = "quarantine";

    private static final String ID = "_id";
    private static final String SUPPLIER = "supplier";
    private static final String REVISION = "revision";
    private static final String PAYLOAD = "payload";
    private static final String PROBLEM = "problem";
    private static final String CODE = PROBLEM + ".code";
    private static final String WAITS = "waits";
    private static final String FIRST_SEEN_AT = "firstSeenAt";
    private static final String LAST_SEEN_AT = "lastSeenAt";
    /** When it is to be tried again; missing if it only waits. */
    private static final String TRY_AT = "tryAt";
    /** How often it was wished that it be tried: so that a wish that comes while it is tried is not lost. */
    private static final String WISHES = "wishes";

    private static final String TRIED_AT = "triedAt";
    private static final Keyset NEWEST_FIRST = new Keyset(FIRST_SEEN_AT, false);

    private final MongoCollection<Document> quarantine;

    QuarantineStore(MongoDatabase database) {
        quarantine = database.getCollection("quarantine");
        // list() of a supplier, counts(), wish() for all of a supplier
        quarantine.createIndex(
                Indexes.compoundIndex(Indexes.ascending(SUPPLIER), Indexes.descending(FIRST_SEEN_AT, ID)),
                new IndexOptions().name("supplier_firstSeenAt"));
        // list() for administrators
        quarantine.createIndex(Indexes.descending(FIRST_SEEN_AT, ID), new IndexOptions().name("firstSeenAt"));
        // wish(): rows that wait for what has appeared
        quarantine.createIndex(Indexes.ascending(WAITS), new IndexOptions().name("waits"));
        // findDue(): rows that are to be tried
        quarantine.createIndex(Indexes.ascending(TRY_AT, ID), new IndexOptions().name("tryAt"));
    }

    /**
     * A row as it is kept.
     *
     * @param wishes how often it was wished that it be tried, when it was read
     */
    record Kept(QuarantinedRow row, long wishes) {}

    /**
     * Keeps rows, one an activity at most, unless a newer one of the activity is kept. Each is to be tried once more: what is missing
     * may have appeared since it was looked for. One round trip.
     *
     * @return activities of which a newer row is kept
     */
    Set<ActivityKey> keep(List<QuarantinedRow> rows, Map<ActivityKey, List<String>> waits) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        List<WriteModel<Document>> models = rows.stream()
                .map(row -> model(row, waits.getOrDefault(row.key(), List.of())))
                .toList();
        try {
            quarantine.bulkWrite(models, new BulkWriteOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException failed) {
            if (!DuplicateKey.isAll(failed)) {
                throw failed;
            }
            return failed.getWriteErrors().stream()
                    .map(error -> rows.get(error.getIndex()).key())
                    .collect(Collectors.toSet());
        }
    }

    /** Where a newer one stands the guard fails, and the insert of the upsert meets its key. */
    private static WriteModel<Document> model(QuarantinedRow row, List<String> waits) {
        return new UpdateOneModel<>(
                upTo(row.key().id(), row.revision()),
                Updates.combine(
                        Updates.set(SUPPLIER, row.key().supplier()),
                        Updates.set(REVISION, row.revision()),
                        Updates.set(PAYLOAD, row.payload()),
                        Updates.set(PROBLEM, KeptProblem.write(row.problem())),
                        Updates.set(WAITS, waits),
                        Updates.set(TRY_AT, Date.from(row.lastSeenAt())),
                        Updates.inc(WISHES, 1L),
                        Updates.set(LAST_SEEN_AT, Date.from(row.lastSeenAt())),
                        Updates.setOnInsert(FIRST_SEEN_AT, Date.from(row.firstSeenAt()))),
                new UpdateOptions().upsert(true));
    }

    /** Revisions of the rows that are kept of some activities. One round trip. */
    Map<ActivityKey, Long> findRevisions(Collection<ActivityKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var found = quarantine
                .find(Filters.in(ID, keys.stream().map(ActivityKey::id).toList()))
                .projection(Projections.include(REVISION));
        return Found.all(found, Function.identity()).stream()
                .collect(Collectors.toMap(stored -> ActivityKey.of(stored.getString(ID)), QuarantineStore::revision));
    }

    /**
     * Lets go of rows up to a revision of each activity. One round trip.
     *
     * @return how many were there
     */
    int release(Map<ActivityKey, Long> upTo) {
        if (upTo.isEmpty()) {
            return 0;
        }
        List<WriteModel<Document>> models = upTo.entrySet().stream()
                .<WriteModel<Document>>map(
                        entry -> new DeleteOneModel<>(upTo(entry.getKey().id(), entry.getValue())))
                .toList();
        return quarantine
                .bulkWrite(models, new BulkWriteOptions().ordered(false))
                .getDeletedCount();
    }

    /** Wishes that rows be tried that wait for one of some things. One round trip. */
    void wish(Collection<String> waits, Instant now) {
        if (!waits.isEmpty()) {
            wish(Filters.in(WAITS, waits), now);
        }
    }

    /** Wishes that the row of an activity be tried. One round trip. */
    void wish(ActivityKey key, Instant now) {
        wish(Filters.eq(ID, key.id()), now);
    }

    /** Wishes that all rows of a supplier be tried. One round trip. */
    void wishAll(String supplier, Instant now) {
        wish(Filters.eq(SUPPLIER, supplier), now);
    }

    private void wish(Bson filter, Instant now) {
        quarantine.updateMany(filter, Updates.combine(Updates.set(TRY_AT, Date.from(now)), Updates.inc(WISHES, 1L)));
    }

    /** Rows that are to be tried, those of which it was wished longest ago first. One round trip. */
    List<Kept> findDue(Optional<String> supplier, int limit) {
        // clocks of two backends differ: whatever the time, a wish is one
        var due = Filters.gt(TRY_AT, new Date(0));
        var filter =
                supplier.map(id -> Filters.and(due, Filters.eq(SUPPLIER, id))).orElse(due);
        return Found.all(
                quarantine.find(filter).sort(Sorts.ascending(TRY_AT, ID)).limit(limit), QuarantineStore::readKept);
    }

    /**
     * Writes why rows still wait, unless a newer row took their place; nobody wishes any more that they be tried, unless somebody
     * wished it again. Two of several backends may do so at once. One round trip.
     */
    void renew(List<Kept> rows, Map<ActivityKey, List<String>> waits) {
        if (rows.isEmpty()) {
            return;
        }
        var models = new ArrayList<WriteModel<Document>>();
        for (var kept : rows) {
            var row = kept.row();
            var isSame = Filters.and(Filters.eq(ID, row.key().id()), Filters.eq(REVISION, row.revision()));
            models.add(new UpdateOneModel<>(
                    isSame,
                    Updates.combine(
                            Updates.set(PROBLEM, KeptProblem.write(row.problem())),
                            Updates.set(WAITS, waits.getOrDefault(row.key(), List.of())),
                            Updates.set(TRIED_AT, Values.date(row.triedAt())))));
            models.add(new UpdateOneModel<>(
                    Filters.and(isSame, Filters.eq(WISHES, kept.wishes())), Updates.unset(TRY_AT)));
        }
        quarantine.bulkWrite(models);
    }

    Optional<Kept> find(ActivityKey key) {
        return Optional.ofNullable(quarantine.find(Filters.eq(ID, key.id())).first())
                .map(QuarantineStore::readKept);
    }

    /** @param suppliers those of which it is asked; empty for all */
    List<QuarantinedRow> list(Optional<List<String>> suppliers, Optional<ErrorCode> code, PageRequest page) {
        var filters =
                new ArrayList<Bson>(List.of(NEWEST_FIRST.after(page.after().map(Keyset.Place::ofInstant))));
        suppliers.ifPresent(ids -> filters.add(Filters.in(SUPPLIER, ids)));
        code.ifPresent(one -> filters.add(Filters.eq(CODE, one.name())));
        return Found.all(
                quarantine.find(Filters.and(filters)).sort(NEWEST_FIRST.sort()).limit(page.limit()),
                QuarantineStore::read);
    }

    static Cursor cursorOf(QuarantinedRow row) {
        return Cursor.of(LIST, row.firstSeenAt().toString(), row.key().id());
    }

    /** How many rows of some suppliers wait, by what is wrong with them. One round trip. */
    Map<String, Map<ErrorCode, Integer>> counts(Collection<String> suppliers) {
        var counts = new HashMap<String, Map<ErrorCode, Integer>>();
        var group = new Document(SUPPLIER, "$" + SUPPLIER).append("code", "$" + CODE);
        quarantine
                .aggregate(List.of(
                        Aggregates.match(Filters.in(SUPPLIER, suppliers)),
                        Aggregates.group(group, Accumulators.sum("rows", 1))))
                .forEach(found -> {
                    var id = found.get(ID, Document.class);
                    counts.computeIfAbsent(id.getString(SUPPLIER), _ -> new EnumMap<>(ErrorCode.class))
                            .put(ErrorCode.valueOf(id.getString("code")), found.getInteger("rows"));
                });
        return counts;
    }

    private static QuarantinedRow read(Document stored) {
        return new QuarantinedRow(
                ActivityKey.of(stored.getString(ID)),
                revision(stored),
                stored.get(PAYLOAD, Document.class),
                KeptProblem.read(stored.get(PROBLEM, Document.class)),
                stored.getDate(FIRST_SEEN_AT).toInstant(),
                stored.getDate(LAST_SEEN_AT).toInstant(),
                Values.findInstant(stored, TRIED_AT));
    }

    private static Kept readKept(Document stored) {
        return new Kept(read(stored), stored.get(WISHES, Number.class).longValue());
    }

    private static Bson upTo(String id, long revision) {
        return Filters.and(Filters.eq(ID, id), Filters.lte(REVISION, revision));
    }

    private static long revision(Document stored) {
        return stored.get(REVISION, Number.class).longValue();
    }
}
