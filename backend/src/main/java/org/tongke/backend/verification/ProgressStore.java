package org.tongke.backend.verification;

import static org.tongke.backend.verification.ProgressDocument.FORMED;
import static org.tongke.backend.verification.ProgressDocument.ID;
import static org.tongke.backend.verification.ProgressDocument.IS_NEW;
import static org.tongke.backend.verification.ProgressDocument.MEMBER_COUNT;
import static org.tongke.backend.verification.ProgressDocument.NEXT_DUE_AT;
import static org.tongke.backend.verification.ProgressDocument.OPERATING;
import static org.tongke.backend.verification.ProgressDocument.PROGRAMME;
import static org.tongke.backend.verification.ProgressDocument.SORT_KEY;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;

/**
 * The collection {@code progress}, one document for each community and programme that was ever looked at. Shard key: {@code _id},
 * by which every write goes; lists and sums read all shards, which some thousand documents allow.
 */
@Component
class ProgressStore {
    static final String COLLECTION = "progress";
    static final String LIST = "progress";

    /** Which look a document comes from. Not part of what it says: a look that finds nothing new changes this alone. */
    private static final String LOOK = "look";

    private static final String COMMUNITIES = "communities";
    private static final int DUPLICATE_KEY = 11000;
    private static final Origin ORIGIN = Origin.system("progress");
    private static final Keyset BY_LACK = new Keyset(SORT_KEY, true);

    private final MongoCollection<Document> progress;

    ProgressStore(MongoDatabase database) {
        progress = database.getCollection(COLLECTION);
        // list() of a region in its order; sums() and listIds() of several regions read the same documents
        progress.createIndex(
                Indexes.ascending(PROGRAMME, Scope.PLACES, SORT_KEY, ID),
                new IndexOptions().name("programme_places_sortKey"));
        // findDue(): what the clock alone makes true
        progress.createIndex(Indexes.ascending(NEXT_DUE_AT), new IndexOptions().name("nextDueAt"));
        progress.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    Map<ProgressId, CommunityProgress> findAll(Collection<ProgressId> ids, Scope scope) {
        var filter = Filters.and(Filters.in(ID, raw(ids)), Filters.eq(IS_NEW, true));
        return read(progress.find(scope.and(filter))).stream()
                .collect(Collectors.toMap(CommunityProgress::id, Function.identity()));
    }

    List<CommunityProgress> list(String programmeId, String regionCode, PageRequest page, Scope scope) {
        return read(progress.find(inRegions(programmeId, List.of(regionCode), page, scope))
                .sort(BY_LACK.sort())
                .limit(page.limit()));
    }

    /** The ids of what {@link #list} would find for each of several regions. */
    Map<String, List<ProgressId>> listIds(
            String programmeId, Collection<String> regionCodes, PageRequest page, Scope scope) {
        var found = new HashMap<String, List<ProgressId>>();
        progress.aggregate(List.of(
                        Aggregates.match(inRegions(programmeId, regionCodes, page, scope)),
                        Aggregates.project(Projections.include(SORT_KEY, Scope.PLACES)),
                        Aggregates.unwind("$" + Scope.PLACES),
                        Aggregates.match(Filters.in(Scope.PLACES, keys(regionCodes))),
                        Aggregates.sort(BY_LACK.sort()),
                        Aggregates.group("$" + Scope.PLACES, Accumulators.push("ids", "$" + ID))))
                .forEach(group -> found.put(
                        new PlaceKey(group.getString(ID)).raw(),
                        group.getList("ids", String.class).stream()
                                .limit(page.limit())
                                .map(ProgressId::of)
                                .toList()));
        return found;
    }

    /** Sums by region; a region without new communities is missing. */
    Map<String, RegionSums> sums(String programmeId, Collection<String> regionCodes, Scope scope) {
        var sums = new HashMap<String, RegionSums>();
        progress.aggregate(List.of(
                        Aggregates.match(scope.and(inRegions(programmeId, regionCodes))),
                        Aggregates.project(Projections.include(Scope.PLACES, MEMBER_COUNT, FORMED, OPERATING)),
                        Aggregates.unwind("$" + Scope.PLACES),
                        Aggregates.match(Filters.in(Scope.PLACES, keys(regionCodes))),
                        Aggregates.group(
                                "$" + Scope.PLACES,
                                Accumulators.sum(COMMUNITIES, 1),
                                Accumulators.sum(MEMBER_COUNT, "$" + MEMBER_COUNT),
                                Accumulators.sum(FORMED, oneIf(FORMED)),
                                Accumulators.sum(OPERATING, oneIf(OPERATING)))))
                .forEach(group -> sums.put(
                        new PlaceKey(group.getString(ID)).raw(),
                        new RegionSums(
                                number(group, COMMUNITIES),
                                number(group, MEMBER_COUNT),
                                number(group, FORMED),
                                number(group, OPERATING))));
        return sums;
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
        progress.find(Filters.in(ID, raw(ids)))
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
        progress.find(Filters.and(Filters.in(ID, raw(lost)), Filters.eq(LOOK, token)))
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
            if (failure.getWriteConcernError() == null
                    && failure.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)) {
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

    static Cursor cursorOf(CommunityProgress progress) {
        return Cursor.of(LIST, progress.sortKey(), progress.id().raw());
    }

    private static Bson inRegions(String programmeId, Collection<String> regionCodes, PageRequest page, Scope scope) {
        var place = page.after()
                .map(cursor ->
                        new Keyset.Place(cursor.keys().get(0), cursor.keys().get(1)));
        return scope.and(Filters.and(inRegions(programmeId, regionCodes), BY_LACK.after(place)));
    }

    /** What is none of the new ones lies at no place. */
    private static Bson inRegions(String programmeId, Collection<String> regionCodes) {
        return Filters.and(Filters.eq(PROGRAMME, programmeId), Filters.in(Scope.PLACES, keys(regionCodes)));
    }

    private static List<String> keys(Collection<String> regionCodes) {
        return regionCodes.stream().map(code -> PlaceKey.region(code).value()).toList();
    }

    private static List<String> raw(Collection<ProgressId> ids) {
        return ids.stream().map(ProgressId::raw).toList();
    }

    private static Document oneIf(String field) {
        return new Document("$cond", List.of("$" + field, 1, 0));
    }

    private static int number(Document group, String field) {
        return group.get(field, Number.class).intValue();
    }

    private static List<CommunityProgress> read(FindIterable<Document> found) {
        return Found.all(found, ProgressDocument::read);
    }

    private static Look.Stored stored(Document document) {
        var revision = document.get(Fact.REVISION, Number.class);
        return new Look.Stored(
                document.getString(LOOK),
                revision == null ? 0 : revision.longValue(),
                document.getBoolean(IS_NEW, false) ? Optional.of(ProgressDocument.read(document)) : Optional.empty());
    }
}
