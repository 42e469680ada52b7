package org.tongke.backend.verification;

import static org.tongke.backend.verification.ProgressDocument.ID;
import static org.tongke.backend.verification.ProgressDocument.IS_NEW;
import static org.tongke.backend.verification.ProgressDocument.NEXT_DUE_AT;
import static org.tongke.backend.verification.ProgressDocument.PROGRAMME;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.community.Community;

/**
 * The looks in the collection {@code progress}: what stood there before a look, and what it found. One document for each community and
 * programme that was ever looked at. {@link Recomputation} says why the last look written is right.
 */
@Component
class LookStore {
    /** Which look a document comes from. Not part of what it says: a look that finds nothing new changes this alone. */
    private static final String LOOK = "look";

    private static final Origin ORIGIN = Origin.system("progress");

    private final MongoCollection<Document> progress;

    LookStore(MongoDatabase database) {
        progress = database.getCollection(ProgressStore.COLLECTION);
        // findDue(): what the clock alone makes true
        progress.createIndex(Indexes.ascending(NEXT_DUE_AT), new IndexOptions().name("nextDueAt"));
        progress.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    /** Communities whose progress in one of the programmes the clock has changed, those that wait longest first. */
    Set<String> findDue(Collection<String> programmeIds, Instant now, int limit) {
        var due = new LinkedHashSet<String>();
        progress.find(Filters.and(Filters.lte(NEXT_DUE_AT, Date.from(now)), Filters.in(PROGRAMME, programmeIds)))
                .projection(Projections.include(ID))
                .sort(Sorts.ascending(NEXT_DUE_AT))
                .limit(limit)
                .forEach(document ->
                        due.add(ProgressId.of(document.getString(ID)).communityId()));
        return due;
    }

    /** What stands there before a look; what nobody has looked at is missing. */
    Map<ProgressId, Look.Stored> findStored(Collection<ProgressId> ids) {
        var stored = new HashMap<ProgressId, Look.Stored>();
        progress.find(Filters.in(ID, ProgressId.raw(ids)))
                .batchSize(ids.size() + 1)
                .forEach(document -> stored.put(ProgressId.of(document.getString(ID)), stored(document)));
        return stored;
    }

    /**
     * Writes looks, each over the state that it began with. One round trip, and one more where another look came between.
     *
     * @param token names these looks; never used before
     * @return looks that were not written, because another one came between
     */
    Set<ProgressId> write(List<Look> looks, String token, Instant now) {
        var updates = looks.stream().map(look -> update(look, token, now)).toList();
        if (writtenOf(updates) == updates.size()) {
            return Set.of();
        }
        var lost = looks.stream().map(Look::id).collect(Collectors.toSet());
        progress.find(Filters.and(Filters.in(ID, ProgressId.raw(lost)), Filters.eq(LOOK, token)))
                .projection(Projections.include(ID))
                .forEach(document -> lost.remove(ProgressId.of(document.getString(ID))));
        return lost;
    }

    private int writtenOf(List<UpdateOneModel<Document>> updates) {
        try {
            var result = progress.bulkWrite(updates, new BulkWriteOptions().ordered(false));
            return result.getMatchedCount() + result.getUpserts().size();
        } catch (MongoBulkWriteException failure) {
            // somebody else looked first at what nobody had looked at
            if (DuplicateKey.isAll(failure)) {
                return failure.getWriteResult().getMatchedCount();
            }
            throw failure;
        }
    }

    private static UpdateOneModel<Document> update(Look look, String token, Instant now) {
        var before = look.before();
        var unchanged = before.token() == null ? Filters.exists(LOOK, false) : Filters.eq(LOOK, before.token());
        var looked = Updates.set(LOOK, token);
        return new UpdateOneModel<>(
                Filters.and(Filters.eq(ID, look.id().raw()), unchanged),
                look.isNews() ? Updates.combine(says(look, now), looked) : looked,
                new UpdateOptions().upsert(before.token() == null));
    }

    private static Bson says(Look look, Instant now) {
        var before = look.before();
        var touches = new ArrayList<String>();
        touches.add(Community.channelOf(look.id().communityId()));
        // whoever looks at a place that it leaves must be told, too
        before.progress().ifPresent(progress -> touches.addAll(progress.places()));
        look.found().ifPresent(progress -> touches.removeAll(progress.places()));
        return Fact.write(
                look.found().map(ProgressDocument::write).orElseGet(ProgressDocument::writeNone),
                before.revision() + 1,
                touches,
                ORIGIN,
                now,
                changes(before.progress(), look.found()));
    }

    /** Criteria whose state is another one now; for the first write, and where it is or was none of the new ones, nothing. */
    private static List<FieldChange> changes(Optional<CommunityProgress> before, Optional<CommunityProgress> after) {
        var states = before.stream()
                .flatMap(progress -> progress.criteria().stream())
                .collect(Collectors.toMap(
                        CriterionProgress::code, criterion -> criterion.state().name()));
        return after.stream()
                .flatMap(progress -> progress.criteria().stream())
                .map(criterion -> new FieldChange(
                        criterion.code(),
                        states.get(criterion.code()),
                        criterion.state().name()))
                .filter(change -> change.before() != null && !change.before().equals(change.after()))
                .toList();
    }

    private static Look.Stored stored(Document document) {
        var revision = document.get(Fact.REVISION, Number.class);
        return new Look.Stored(
                document.getString(LOOK),
                revision == null ? 0 : revision.longValue(),
                Values.findInstant(document, Fact.RECORDED_AT),
                document.getBoolean(IS_NEW, false) ? Optional.of(ProgressDocument.read(document)) : Optional.empty());
    }
}
