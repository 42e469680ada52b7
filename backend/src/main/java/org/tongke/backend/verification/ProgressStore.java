package org.tongke.backend.verification;

import static org.tongke.backend.verification.ProgressDocument.ID;
import static org.tongke.backend.verification.ProgressDocument.IS_NEW;
import static org.tongke.backend.verification.ProgressDocument.PROGRAMME;
import static org.tongke.backend.verification.ProgressDocument.QUEUE_KEY;
import static org.tongke.backend.verification.ProgressDocument.SORT_KEY;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.subscription.FollowedCollection;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.verification.deadline.CommunityStanding;

/**
 * What is asked of the collection {@code progress}, which {@link LookStore} writes. Shard key: {@code _id}, by which every write goes;
 * lists and standings read all shards, which some thousand documents allow.
 */
@Component
class ProgressStore implements FollowedCollection {
    static final String COLLECTION = "progress";
    static final String LIST = "progress";
    static final String QUEUE = "reviewQueue";

    private final MongoCollection<Document> progress;

    ProgressStore(MongoDatabase database) {
        progress = database.getCollection(COLLECTION);
        // list() of a region in its order; standings() and listIds() of several regions read the same documents
        progress.createIndex(
                Indexes.ascending(PROGRAMME, Scope.PLACES, SORT_KEY, ID),
                new IndexOptions().name("programme_places_sortKey"));
        // list() of those that wait for the county, the first of the queue first
        progress.createIndex(
                Indexes.ascending(PROGRAMME, Scope.PLACES, QUEUE_KEY, ID),
                new IndexOptions().name("programme_places_queueKey"));
    }

    /** Orders in which a region's progress is listed. */
    enum Order {
        /** All new communities, those that lack most criteria first. */
        BY_LACK(LIST, SORT_KEY),
        /** Those that wait for the county. */
        QUEUED(QUEUE, QUEUE_KEY);

        private final String list;
        private final Keyset keyset;

        Order(String list, String key) {
            this.list = list;
            keyset = new Keyset(key, true);
        }

        /** Who has no place in the order is not in the list. */
        private Bson filter(PageRequest page) {
            return page.after().isPresent()
                    ? keyset.after(page.after().map(Keyset.Place::of))
                    : Filters.gt(keyset.field(), "");
        }

        Cursor cursorOf(CommunityProgress progress) {
            var key = this == QUEUED ? progress.review().queueKey() : progress.sortKey();
            // it may have left the queue since the page was found
            return Cursor.of(
                    list, Objects.requireNonNullElse(key, ""), progress.id().raw());
        }
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    Map<ProgressId, CommunityProgress> findAll(Collection<ProgressId> ids, Scope scope) {
        var filter = Filters.and(Filters.in(ID, ProgressId.raw(ids)), Filters.eq(IS_NEW, true));
        return read(progress.find(scope.and(filter))).stream()
                .collect(Collectors.toMap(CommunityProgress::id, Function.identity()));
    }

    /** The same without facts, for lists of many. */
    Map<ProgressId, CommunityProgress> findAllWithoutFacts(Collection<ProgressId> ids, Scope scope) {
        var filter = Filters.and(Filters.in(ID, ProgressId.raw(ids)), Filters.eq(IS_NEW, true));
        return read(progress.find(scope.and(filter)).projection(ProgressDocument.withoutFacts())).stream()
                .collect(Collectors.toMap(CommunityProgress::id, Function.identity()));
    }

    List<CommunityProgress> list(
            Order order, String programmeId, String regionCode, PageRequest page, boolean facts, Scope scope) {
        return read(progress.find(inRegions(order, programmeId, List.of(regionCode), page, scope))
                .projection(facts ? null : ProgressDocument.withoutFacts())
                .sort(order.keyset.sort())
                .limit(page.limit()));
    }

    /** The ids of what {@link #list} would find for each of several regions. */
    Map<String, List<ProgressId>> listIds(
            Order order, String programmeId, Collection<String> regionCodes, PageRequest page, Scope scope) {
        var found = new HashMap<String, List<ProgressId>>();
        progress.aggregate(List.of(
                        Aggregates.match(inRegions(order, programmeId, regionCodes, page, scope)),
                        Aggregates.project(Projections.include(order.keyset.field(), Scope.PLACES)),
                        Aggregates.unwind("$" + Scope.PLACES),
                        Aggregates.match(Filters.in(Scope.PLACES, keys(regionCodes))),
                        Aggregates.sort(order.keyset.sort()),
                        Aggregates.group("$" + Scope.PLACES, Accumulators.push("ids", "$" + ID))))
                .forEach(group -> found.put(
                        new PlaceKey(group.getString(ID)).raw(),
                        group.getList("ids", String.class).stream()
                                .limit(page.limit())
                                .map(ProgressId::of)
                                .toList()));
        return found;
    }

    /** How the communities of regions stand, as far as sums need it. */
    List<CommunityStanding> standings(String programmeId, Collection<String> regionCodes, Scope scope) {
        return Found.all(
                progress.find(scope.and(inRegions(programmeId, regionCodes)))
                        .projection(ProgressDocument.standingFields()),
                ProgressDocument::readStanding);
    }

    private static Bson inRegions(
            Order order, String programmeId, Collection<String> regionCodes, PageRequest page, Scope scope) {
        return scope.and(Filters.and(inRegions(programmeId, regionCodes), order.filter(page)));
    }

    /** What is none of the new ones lies at no place. */
    static Bson inRegions(String programmeId, Collection<String> regionCodes) {
        return Filters.and(Filters.eq(PROGRAMME, programmeId), Filters.in(Scope.PLACES, keys(regionCodes)));
    }

    private static List<String> keys(Collection<String> regionCodes) {
        return regionCodes.stream().map(code -> PlaceKey.region(code).value()).toList();
    }

    private static List<CommunityProgress> read(FindIterable<Document> found) {
        return Found.all(found, ProgressDocument::read);
    }
}
