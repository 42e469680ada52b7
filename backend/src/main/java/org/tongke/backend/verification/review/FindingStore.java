package org.tongke.backend.verification.review;

import static org.tongke.backend.verification.review.FindingDocument.AT;
import static org.tongke.backend.verification.review.FindingDocument.ID;
import static org.tongke.backend.verification.review.FindingDocument.KIND;
import static org.tongke.backend.verification.review.FindingDocument.REASON;
import static org.tongke.backend.verification.review.FindingDocument.RESUBMITTED;
import static org.tongke.backend.verification.review.FindingDocument.WAITING_SINCE;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Verdict;
import org.tongke.backend.verification.Verdicts;

/**
 * The collection {@code findings}: what was last said of each community in a programme, one document for both, whose ids make its
 * {@code _id}. Shard key: {@code _id}, by which everything is asked and written; who may see one is asked of the progress that it
 * belongs to.
 */
@Component
class FindingStore implements FactCollection, Verdicts {
    static final String COLLECTION = "findings";

    private static final String PROGRAMME = "programme";
    private static final String COMMUNITY = "community";

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
                .forEach(stored -> found.put(ProgressId.of(stored.getString(ID)), FindingDocument.readVerdict(stored)));
        return found;
    }

    /** What was said of some communities; where nothing was it is missing. One round trip. */
    Map<ProgressId, Said> findSaid(Collection<ProgressId> ids) {
        var found = new HashMap<ProgressId, Said>();
        findings.find(Filters.in(ID, ProgressId.raw(ids)))
                .batchSize(ids.size() + 1)
                .forEach(stored -> found.put(ProgressId.of(stored.getString(ID)), FindingDocument.readSaid(stored)));
        return found;
    }

    /**
     * Writes what was said next of each of some communities. One round trip. Where somebody else said something meanwhile nothing is
     * written; whoever must know reads again.
     */
    void putAll(Collection<Next> all) {
        if (!all.isEmpty()) {
            Fact.putAll(findings, all.stream().map(FindingStore::write).toList());
        }
    }

    private static UpdateOneModel<Document> write(Next next) {
        var id = next.progress().id();
        var document = FindingDocument.write(next.after())
                .append(PROGRAMME, id.programmeId())
                .append(COMMUNITY, id.communityId())
                .append(Scope.PLACES, List.copyOf(next.progress().places()));
        var before = next.before();
        var latest = next.after().latest();
        var said = new FieldChange(
                KIND,
                before == null ? null : before.latest().kind().name(),
                latest.kind().name());
        var reason =
                new FieldChange(REASON, before == null ? null : before.latest().reason(), latest.reason());
        return Fact.asWrite(
                id.raw(),
                document,
                next.after().revision(),
                List.of(Community.channelOf(id.communityId())),
                latest.by(),
                latest.at(),
                latest.reason() == null ? List.of(said) : List.of(said, reason));
    }

    /**
     * What is said next of a community.
     *
     * @param progress what it has shown
     * @param before what was said before, as it was read; null if nothing was
     * @param after what is said then
     */
    record Next(CommunityProgress progress, @Nullable Said before, Said after) {}
}
