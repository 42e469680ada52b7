package org.tongke.backend.resource;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.programme.Mode;

/**
 * The collection {@code resourceOpenings}: that an account has opened a resource, and when first. Only ever added to. Shard key:
 * {@code resource}, by which it is counted.
 */
@Component
class OpeningStore {
    private static final String ID = "_id";
    private static final String RESOURCE = "resource";
    private static final String ACCOUNT = "account";
    private static final String MODES = "modes";
    private static final String SCHOOLS = "schools";
    private static final String AT = "at";
    private static final String COUNT = "count";
    /** More groups than schools open some resources; a batch still ends at 16 MB. */
    private static final int MOST_SCHOOLS = 1_000_000;

    private final MongoCollection<Document> openings;

    OpeningStore(MongoDatabase database) {
        openings = database.getCollection("resourceOpenings");
        // counts of resources
        openings.createIndex(Indexes.ascending(RESOURCE), new IndexOptions().name("resource"));
    }

    /**
     * Notes the first time that an account opens a resource.
     *
     * @param reader the schools as whose teacher or clerk it looks, and how their communities belong together
     * @return whether it is the first time
     */
    boolean add(String resourceId, Viewer viewer, Reader reader, Instant now) {
        var account = viewer.requireAccount();
        try {
            openings.insertOne(new Document(ID, idOf(resourceId, account))
                    .append(RESOURCE, resourceId)
                    .append(ACCOUNT, account)
                    .append(SCHOOLS, reader.schoolIds().stream().sorted().toList())
                    .append(
                            MODES,
                            reader.modes().stream().map(Mode::name).sorted().toList())
                    .append(AT, Date.from(now)));
            return true;
        } catch (MongoException failed) {
            if (DuplicateKey.isAll(failed)) {
                return false;
            }
            throw failed;
        }
    }

    /** How many accounts have opened each of some resources, by resource. One round trip. */
    Map<String, Integer> countEach(Collection<String> resourceIds) {
        var counts = new HashMap<String, Integer>();
        openings.aggregate(List.of(
                        Aggregates.match(Filters.in(RESOURCE, resourceIds)),
                        Aggregates.group("$" + RESOURCE, Accumulators.sum(COUNT, 1))))
                .batchSize(resourceIds.size() + 1)
                .forEach(group -> counts.put(
                        group.getString(ID), group.get(COUNT, Number.class).intValue()));
        return counts;
    }

    /** Who of each of some schools, of all if none is named, has opened each of some resources. One round trip. */
    Map<String, Map<String, SchoolOpenings>> bySchool(Collection<String> resourceIds, Collection<String> schoolIds) {
        var found = new HashMap<String, Map<String, SchoolOpenings>>();
        openings.aggregate(List.of(
                        Aggregates.match(Filters.in(RESOURCE, resourceIds)),
                        Aggregates.unwind("$" + SCHOOLS),
                        Aggregates.match(schoolIds.isEmpty() ? Filters.empty() : Filters.in(SCHOOLS, schoolIds)),
                        Aggregates.group(
                                new Document(RESOURCE, "$" + RESOURCE).append("school", "$" + SCHOOLS),
                                Accumulators.sum(COUNT, 1),
                                Accumulators.min(AT, "$" + AT))))
                .batchSize(MOST_SCHOOLS)
                .forEach(group -> {
                    var of = group.get(ID, Document.class);
                    found.computeIfAbsent(of.getString(RESOURCE), _ -> new HashMap<>())
                            .put(
                                    of.getString("school"),
                                    new SchoolOpenings(
                                            group.get(COUNT, Number.class).intValue(), Values.instant(group, AT)));
                });
        return found;
    }

    /** When an account has opened each of some resources first. One round trip. */
    Map<String, Instant> of(String account, Collection<String> resourceIds) {
        var ids = resourceIds.stream().map(id -> idOf(id, account)).toList();
        var found = new HashMap<String, Instant>();
        openings.find(Filters.in(ID, ids))
                .batchSize(ids.size() + 1)
                .forEach(stored -> found.put(stored.getString(RESOURCE), Values.instant(stored, AT)));
        return found;
    }

    private static String idOf(String resourceId, String account) {
        return resourceId + " " + account;
    }

    /** How many accounts with communities of each mode have opened a resource; one with several counts for each. */
    Map<Mode, Long> countByMode(String resourceId) {
        var counts = new EnumMap<Mode, Long>(Mode.class);
        openings.aggregate(List.of(
                        Aggregates.match(Filters.eq(RESOURCE, resourceId)),
                        Aggregates.unwind("$" + MODES),
                        Aggregates.group("$" + MODES, Accumulators.sum(COUNT, 1))))
                .forEach(group -> counts.put(
                        Mode.valueOf(group.getString(ID)),
                        group.get(COUNT, Number.class).longValue()));
        return counts;
    }
}
