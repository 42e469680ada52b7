package org.tongke.backend.exchange;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Origin;

/**
 * The collection {@code discards}: rows that somebody took out of quarantine, whole, with the reason. Facts that are written once.
 * Shard key: {@code _id} hashed, by which they are written and read.
 */
@Component
class DiscardStore implements FactCollection {
    private static final String ID = "_id";
    private static final String SUPPLIER = "supplier";
    private static final String KEY = "key";
    private static final String REPORTED_REVISION = "reportedRevision";
    private static final String PAYLOAD = "payload";
    private static final String PROBLEM = "problem";
    private static final String FIRST_SEEN_AT = "firstSeenAt";
    private static final String LAST_SEEN_AT = "lastSeenAt";
    private static final String REASON = "reason";

    private final MongoCollection<Document> discards;

    DiscardStore(MongoDatabase database) {
        discards = database.getCollection("discards");
        discards.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return "discards";
    }

    /** Which report of an activity was discarded. */
    record Report(ActivityKey key, long revision) {

        String id() {
            return key.id() + "@" + revision;
        }
    }

    /** Writes that a row is discarded; it stays as it was first written. One round trip. */
    void put(QuarantinedRow row, String reason, Origin by, Instant now) {
        var set = new Document(SUPPLIER, row.key().supplier())
                .append(KEY, row.key().id())
                .append(REPORTED_REVISION, row.revision())
                .append(PAYLOAD, row.payload())
                .append(PROBLEM, KeptProblem.write(row.problem()))
                .append(FIRST_SEEN_AT, Date.from(row.firstSeenAt()))
                .append(LAST_SEEN_AT, Date.from(row.lastSeenAt()))
                .append(REASON, reason);
        var id = new Report(row.key(), row.revision()).id();
        Fact.put(discards, id, set, 1, List.of(), by, now, List.of());
    }

    /** Those of some reports that were discarded. One round trip. */
    Set<ActivityKey> findDiscarded(Collection<Report> reports) {
        if (reports.isEmpty()) {
            return Set.of();
        }
        var found = discards.find(
                        Filters.in(ID, reports.stream().map(Report::id).toList()))
                .projection(Projections.include(KEY));
        return Found.all(found, stored -> ActivityKey.of(stored.getString(KEY))).stream()
                .collect(Collectors.toSet());
    }

    /** A row that was discarded. */
    Optional<QuarantinedRow> find(Report report) {
        return Optional.ofNullable(discards.find(Filters.eq(ID, report.id())).first())
                .map(stored -> new QuarantinedRow(
                        report.key(),
                        report.revision(),
                        stored.get(PAYLOAD, Document.class),
                        KeptProblem.read(stored.get(PROBLEM, Document.class)),
                        stored.getDate(FIRST_SEEN_AT).toInstant(),
                        stored.getDate(LAST_SEEN_AT).toInstant(),
                        null));
    }
}
