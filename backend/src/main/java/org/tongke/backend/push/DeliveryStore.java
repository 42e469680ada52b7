package org.tongke.backend.push;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.directory.School;

/**
 * The collection {@code pushDeliveries}: which schools a push goes to, as they met its rule when it was delivered; at most one a school. Only ever
 * added to. Shard key: {@code push}, by which it is written and counted; what a school was given reads all shards by the index.
 */
@Component
class DeliveryStore {
    static final String COLLECTION = "pushDeliveries";
    static final String LIST = "pushReceipts";

    private static final String ID = "_id";
    private static final String PUSH = "push";
    private static final String SCHOOL = "school";
    private static final String NAME = "name";
    private static final String SORT_KEY = "sortKey";
    /** More than a school is given in many years, by which its readers are judged at each look. */
    private static final int MOST_OF_SCHOOLS = 2_000;
    /** More than a province has schools, for each push of a page. */
    private static final int MOST = 1_000_000;

    private static final Keyset BY_NAME = new Keyset(SORT_KEY, true);

    private final MongoCollection<Document> deliveries;

    DeliveryStore(MongoDatabase database) {
        deliveries = database.getCollection(COLLECTION);
        // list(): schools of a push in the order of their names; schoolsOf()
        deliveries.createIndex(Indexes.ascending(PUSH, SORT_KEY, ID), new IndexOptions().name("push_sortKey"));
        // pushesOf(): what schools were given
        deliveries.createIndex(Indexes.ascending(SCHOOL, ID), new IndexOptions().name("school"));
    }

    /** Writes schools of a push down; those that are there stay. One round trip. */
    void add(String pushId, List<School> schools) {
        if (schools.isEmpty()) {
            return;
        }
        var documents = schools.stream()
                .map(school -> new Document(ID, pushId + " " + school.id())
                        .append(PUSH, pushId)
                        .append(SCHOOL, school.id())
                        .append(NAME, school.name())
                        .append(SORT_KEY, school.sortKey()))
                .toList();
        try {
            deliveries.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException failed) {
            if (!DuplicateKey.isAll(failed)) {
                throw failed;
            }
        }
    }

    /** Raw ids of the pushes that go to each of some schools, by raw id of the school. One round trip. */
    Map<String, List<String>> pushesOf(Collection<String> schoolIds) {
        var found = new HashMap<String, List<String>>();
        deliveries
                .find(Filters.in(SCHOOL, schoolIds))
                .projection(Projections.include(SCHOOL, PUSH))
                .limit(MOST_OF_SCHOOLS)
                .batchSize(MOST_OF_SCHOOLS + 1)
                .forEach(stored -> found.computeIfAbsent(stored.getString(SCHOOL), _ -> new ArrayList<>())
                        .add(stored.getString(PUSH)));
        return found;
    }

    /** Raw ids of the schools that each of some pushes goes to, by push. One round trip. */
    Map<String, Set<String>> schoolsOf(Collection<String> pushIds) {
        var found = new HashMap<String, Set<String>>();
        deliveries
                .find(Filters.in(PUSH, pushIds))
                .projection(Projections.include(SCHOOL, PUSH))
                .batchSize(MOST)
                .forEach(stored -> found.computeIfAbsent(stored.getString(PUSH), _ -> new HashSet<>())
                        .add(stored.getString(SCHOOL)));
        return found;
    }

    /**
     * Schools that a push goes to, in the order of their names.
     *
     * @param only only these; empty for all
     * @param except these not
     */
    List<Delivery> list(String pushId, Optional<Set<String>> only, Set<String> except, PageRequest page) {
        var filters = new ArrayList<Bson>(List.of(Filters.eq(PUSH, pushId)));
        only.ifPresent(ids -> filters.add(Filters.in(SCHOOL, ids)));
        if (!except.isEmpty()) {
            filters.add(Filters.nin(SCHOOL, except));
        }
        filters.add(BY_NAME.after(page.after().map(Keyset.Place::of)));
        return Found.all(
                deliveries
                        .find(Filters.and(filters))
                        .sort(Sorts.ascending(SORT_KEY, ID))
                        .limit(page.limit()),
                stored -> new Delivery(
                        stored.getString(ID),
                        stored.getString(SCHOOL),
                        stored.getString(NAME),
                        stored.getString(SORT_KEY)));
    }

    /**
     * That a push goes to a school.
     *
     * @param schoolName name of the school when it was delivered
     */
    record Delivery(String id, String schoolId, String schoolName, String sortKey) {
        Cursor cursor() {
            return Cursor.of(LIST, sortKey, id);
        }
    }
}
