package org.tongke.backend.verification.review;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Verdict;
import org.tongke.backend.verification.Verdicts;

/**
 * The collection {@code findings}: what was last said of each community in a programme, one document for both, whose ids make its
 * {@code _id}. Shard key: {@code _id}, by which everything is asked and written.
 */
@Component
class FindingStore implements FactCollection, Verdicts {
    static final String COLLECTION = "findings";

    static final String KIND = "kind";
    static final String AT = "at";
    static final String WAITING_SINCE = "waitingSince";
    static final String RESUBMITTED = "resubmitted";

    private static final String ID = "_id";

    private final MongoCollection<Document> findings;

    FindingStore(MongoDatabase database) {
        findings = database.getCollection(COLLECTION);
        findings.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    @Override
    public Map<ProgressId, Verdict> find(Collection<ProgressId> ids) {
        var found = new HashMap<ProgressId, Verdict>();
        findings.find(Filters.in(ID, ProgressId.raw(ids)))
                .projection(Projections.include(KIND, AT, WAITING_SINCE, RESUBMITTED))
                .batchSize(ids.size() + 1)
                .forEach(stored -> found.put(ProgressId.of(stored.getString(ID)), verdict(stored)));
        return found;
    }

    private static Verdict verdict(Document stored) {
        @Nullable Date waitingSince = stored.getDate(WAITING_SINCE);
        return new Verdict(
                Verdict.Kind.valueOf(stored.getString(KIND)),
                stored.getDate(AT).toInstant(),
                waitingSince == null ? null : waitingSince.toInstant(),
                stored.getBoolean(RESUBMITTED, false));
    }
}
