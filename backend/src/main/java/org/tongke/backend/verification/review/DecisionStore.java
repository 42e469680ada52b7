package org.tongke.backend.verification.review;

import static org.tongke.backend.verification.review.FindingDocument.ID;
import static org.tongke.backend.verification.review.FindingDocument.NUMBER;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.verification.ProgressId;

/**
 * The collection {@code findingDecisions}: decisions that were followed by another one; the latest stands in its finding. Written
 * before it is followed, and the same however often, so that none is lost and none can be changed. Shard key: {@code finding}.
 */
@Component
class DecisionStore {
    static final String LIST = "decisions";

    private static final String DECISION = "decision";
    private static final String FINDING = "finding";

    private final MongoCollection<Document> decisions;

    DecisionStore(MongoDatabase database) {
        decisions = database.getCollection("findingDecisions");
        // findEach() of one that is sent again; listEach(): decisions of a finding, the newest first
        decisions.createIndex(
                Indexes.compoundIndex(Indexes.ascending(FINDING), Indexes.descending(NUMBER)),
                new IndexOptions().name("finding_number"));
    }

    /** Keeps a decision of each of some findings. One round trip. */
    void putAll(Map<ProgressId, Decision> ofEach) {
        if (!ofEach.isEmpty()) {
            decisions.bulkWrite(
                    ofEach.entrySet().stream()
                            .map(one -> replacement(one.getKey(), one.getValue()))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }

    private static ReplaceOneModel<Document> replacement(ProgressId finding, Decision decision) {
        return new ReplaceOneModel<>(
                Filters.eq(ID, idOf(finding, decision.id())),
                FindingDocument.write(decision)
                        .append(ID, idOf(finding, decision.id()))
                        .append(DECISION, decision.id())
                        .append(FINDING, finding.raw()),
                new ReplaceOptions().upsert(true));
    }

    /** A decision of each of some findings by the client's id; missing where it was not followed by another one. One round trip. */
    Map<ProgressId, Decision> findEach(Map<ProgressId, String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<ProgressId, Decision>();
        var wanted = ids.entrySet().stream()
                .map(one -> idOf(one.getKey(), one.getValue()))
                .toList();
        decisions
                .find(Filters.in(ID, wanted))
                .batchSize(wanted.size() + 1)
                .forEach(stored -> found.put(ProgressId.of(stored.getString(FINDING)), read(stored)));
        return found;
    }

    /** The same page for each of some findings. One round trip. */
    Map<ProgressId, List<Decision>> listEach(Collection<ProgressId> findings, PageRequest page) {
        var before =
                page.after().map(cursor -> Filters.lt(NUMBER, numberOf(cursor))).orElseGet(Filters::empty);
        var pages = Found.firstOfEach(
                decisions,
                List.of(Aggregates.match(Filters.and(Filters.in(FINDING, ProgressId.raw(findings)), before))),
                Sorts.descending(NUMBER),
                FINDING,
                findings.size(),
                page.limit(),
                DecisionStore::read);
        return pages.entrySet().stream()
                .collect(Collectors.toMap(one -> ProgressId.of(one.getKey()), Map.Entry::getValue));
    }

    static Cursor cursorOf(Decision decision) {
        return Cursor.of(LIST, Long.toString(decision.revision()));
    }

    static long numberOf(Cursor cursor) {
        try {
            return Long.parseLong(cursor.keys().getFirst());
        } catch (NumberFormatException notOurs) {
            throw new RequestException(ErrorCode.CURSOR_INVALID);
        }
    }

    /** Clients make ids by themselves, so two findings may have decisions of the same id. */
    private static String idOf(ProgressId finding, String decision) {
        return finding.raw() + ":" + decision;
    }

    private static Decision read(Document stored) {
        return FindingDocument.readDecision(new Document(stored).append(ID, stored.getString(DECISION)));
    }
}
