package org.tongke.backend.resource;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;

/** The collection {@code resourceTies}. Shard key: {@code _id}; lists are of many resources or activities and read all shards by the index. */
@Component
class TieStore implements FactCollection {
    static final String COLLECTION = "resourceTies";

    private static final String ID = "_id";
    private static final String RESOURCE = "resource";
    private static final String ACTIVITY = "activity";
    private static final String TITLE = "title";
    private static final String COMMUNITY = "community";
    private static final String MODE = "mode";
    private static final String TIED_BY = "tiedBy";
    private static final String TIED_AT = "tiedAt";
    private static final String HOLDS = "holds";
    private static final String COUNT = "count";
    /** More groups than schools use some resources; a batch still ends at 16 MB. */
    private static final int MOST_SCHOOLS = 1_000_000;

    private static final Bson NEWEST_FIRST = Sorts.descending(TIED_AT, ID);

    private final MongoCollection<Document> ties;

    TieStore(MongoDatabase database) {
        ties = database.getCollection(COLLECTION);
        // findByActivities(): what lessons use
        ties.createIndex(Indexes.ascending(ACTIVITY), new IndexOptions().name("activity"));
        // listEach() and counts of resources, the newest first
        ties.createIndex(
                Indexes.compoundIndex(Indexes.ascending(RESOURCE), Indexes.descending(TIED_AT, ID)),
                new IndexOptions().name("resource_tiedAt"));
        ties.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    Optional<Tie> find(String resourceId, String activityId) {
        return Optional.ofNullable(ties.find(Filters.eq(ID, Tie.idOf(resourceId, activityId)))
                        .first())
                .map(TieStore::read);
    }

    /** Writes a state of a tie. Returns whether nobody else was faster; if so, it must be read again. */
    boolean write(Tie tie, Origin by, Instant now) {
        var changes = tie.revision() == 1
                ? List.<FieldChange>of()
                : List.of(new FieldChange(HOLDS, Boolean.toString(!tie.holds()), Boolean.toString(tie.holds())));
        var set = new Document(RESOURCE, tie.resourceId())
                .append(ACTIVITY, tie.activityId())
                .append(TITLE, tie.title())
                .append(COMMUNITY, tie.communityId())
                .append(MODE, tie.mode().map(Mode::name).orElse(null))
                .append(TIED_BY, tie.tiedBy())
                .append(TIED_AT, Date.from(tie.tiedAt()))
                .append(HOLDS, tie.holds())
                .append(Scope.PLACES, List.copyOf(tie.places()));
        var touches = List.of(Community.channelOf(tie.communityId()));
        return Fact.put(ties, tie.id(), set, tie.revision(), touches, by, now, changes);
    }

    /** What activities use, in the order in which it was tied. */
    List<Tie> findByActivities(Collection<String> activityIds) {
        return Found.all(
                ties.find(Filters.and(Filters.in(ACTIVITY, activityIds), Filters.eq(HOLDS, true)))
                        .sort(Sorts.ascending(TIED_AT, ID)),
                TieStore::read);
    }

    /** The newest ties of each of some resources, by resource. One round trip. */
    Map<String, List<Tie>> listEach(Collection<String> resourceIds, int limit) {
        return Found.firstOfEach(
                ties,
                List.of(Aggregates.match(of(resourceIds))),
                NEWEST_FIRST,
                RESOURCE,
                resourceIds.size(),
                limit,
                TieStore::read);
    }

    /** How many lessons use each of some resources, by resource. One round trip. */
    Map<String, Integer> countEach(Collection<String> resourceIds) {
        var counts = new HashMap<String, Integer>();
        ties.aggregate(List.of(
                        Aggregates.match(of(resourceIds)),
                        Aggregates.group("$" + RESOURCE, Accumulators.sum(COUNT, 1))))
                .batchSize(resourceIds.size() + 1)
                .forEach(group -> counts.put(
                        group.getString(ID), group.get(COUNT, Number.class).intValue()));
        return counts;
    }

    /** How many lessons of communities of each mode use a resource; those of which the mode is not known are left out. */
    Map<Mode, Long> countByMode(String resourceId) {
        var counts = new EnumMap<Mode, Long>(Mode.class);
        ties.aggregate(List.of(
                        Aggregates.match(of(List.of(resourceId))),
                        Aggregates.group("$" + MODE, Accumulators.sum(COUNT, 1))))
                .forEach(group -> Optional.ofNullable(group.getString(ID))
                        .ifPresent(mode -> counts.put(
                                Mode.valueOf(mode),
                                group.get(COUNT, Number.class).longValue())));
        return counts;
    }

    /** How many lessons of each school use each of some resources. One round trip. */
    Map<String, Map<String, Integer>> countBySchool(Collection<String> resourceIds) {
        var counts = new HashMap<String, Map<String, Integer>>();
        ties.aggregate(List.of(
                        Aggregates.match(of(resourceIds)),
                        Aggregates.unwind("$" + Scope.PLACES),
                        Aggregates.match(Filters.regex(Scope.PLACES, "^school:")),
                        Aggregates.group(
                                new Document(RESOURCE, "$" + RESOURCE).append("place", "$" + Scope.PLACES),
                                Accumulators.sum(COUNT, 1))))
                .batchSize(MOST_SCHOOLS)
                .forEach(group -> {
                    var of = group.get(ID, Document.class);
                    counts.computeIfAbsent(of.getString(RESOURCE), _ -> new HashMap<>())
                            .put(
                                    new PlaceKey(of.getString("place")).raw(),
                                    group.get(COUNT, Number.class).intValue());
                });
        return counts;
    }

    private static Bson of(Collection<String> resourceIds) {
        return Filters.and(Filters.in(RESOURCE, resourceIds), Filters.eq(HOLDS, true));
    }

    private static Tie read(Document stored) {
        return new Tie(
                stored.getString(RESOURCE),
                stored.getString(ACTIVITY),
                stored.getString(TITLE),
                stored.getString(COMMUNITY),
                Optional.ofNullable(stored.getString(MODE)).map(Mode::valueOf),
                stored.getString(TIED_BY),
                Values.instant(stored, TIED_AT),
                stored.getList(Scope.PLACES, String.class),
                stored.getBoolean(HOLDS),
                Fact.revisionOf(stored));
    }
}
