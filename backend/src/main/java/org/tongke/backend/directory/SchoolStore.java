package org.tongke.backend.directory;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.NameTokens;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.Scope;

/**
 * The collection {@code schools}. Shard key: {@code _id}, since schools are looked up by id; the list of a county reads all
 * shards, which a few thousand documents allow.
 */
@Component
class SchoolStore implements FactCollection {
    static final String COLLECTION = "schools";
    /** Name of the list for cursors. */
    static final String LIST = "schools";

    private static final String ID = "_id";
    private static final String NAME = "name";
    private static final String NORMALIZED = "normalizedName";
    private static final String TOKENS = "tokens";
    private static final String AREA = "area";
    private static final String COUNTY = "county";
    private static final String SORT_KEY = "sortKey";
    private static final Keyset BY_NAME = new Keyset(SORT_KEY, true);

    /** Fields whose changes the history tells. */
    private static final List<String> TOLD = List.of(NAME, AREA, COUNTY);

    private final MongoCollection<Document> schools;

    SchoolStore(MongoDatabase database) {
        schools = database.getCollection(COLLECTION);
        // list(): lists of a region, in the order of names
        schools.createIndex(Indexes.ascending(Scope.PLACES, SORT_KEY, ID), new IndexOptions().name("places_sortKey"));
        // list(): all schools, in the order of names
        schools.createIndex(Indexes.ascending(SORT_KEY, ID), new IndexOptions().name("sortKey"));
        // list(): those whose name holds what was typed
        schools.createIndex(Indexes.ascending(TOKENS), new IndexOptions().name("tokens"));
        // findByName(): suppliers and rosters name schools
        schools.createIndex(Indexes.ascending(NORMALIZED), new IndexOptions().name("normalizedName"));
        schools.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /**
     * Writes schools, those that do not stand there just so. Whoever waits for their names follows the feed. Two round trips, whatever
     * their number, unless somebody else writes one of them meanwhile.
     */
    void putAll(Collection<School> all, Origin by, Instant now) {
        while (!arePut(all, by, now)) {
            // somebody else wrote one of them between our look and our write: look again
        }
    }

    private boolean arePut(Collection<School> all, Origin by, Instant now) {
        var ids = all.stream().map(School::id).toList();
        var there = new HashMap<String, Document>();
        schools.find(Filters.in(ID, ids)).forEach(stored -> there.put(stored.getString(ID), stored));
        var writes = new ArrayList<UpdateOneModel<Document>>();
        for (var school : all) {
            var before = there.get(school.id());
            // written before schools were facts: it has no revision, and the feed has not told of it
            var isFact = before != null && before.containsKey(Fact.REVISION);
            if (before == null || !isFact || !read(before).equals(school)) {
                writes.add(write(school, isFact ? before : null, before, by, now));
            }
        }
        return writes.isEmpty() || Fact.putAll(schools, writes);
    }

    private static UpdateOneModel<Document> write(
            School school, @Nullable Document fact, @Nullable Document before, Origin by, Instant now) {
        var after = write(school);
        return Fact.asWrite(
                school.id(),
                after,
                fact == null ? 1 : Fact.revisionOf(fact) + 1,
                List.of(school.key().value()),
                by,
                now,
                before == null ? List.of() : FieldChange.between(before, after, TOLD));
    }

    private static Document write(School school) {
        return new Document(NAME, school.name())
                .append(NORMALIZED, Names.normalize(school.name()))
                .append(TOKENS, NameTokens.of(school.name()))
                .append(AREA, school.area().name())
                .append(COUNTY, school.countyCode())
                .append(SORT_KEY, school.sortKey())
                .append(Scope.PLACES, List.copyOf(school.places()));
    }

    Optional<School> find(String id, Scope scope) {
        return Optional.ofNullable(schools.find(scope.and(Filters.eq(ID, id))).first())
                .map(SchoolStore::read);
    }

    List<School> findAll(Collection<String> ids, Scope scope) {
        return Found.all(schools.find(scope.and(Filters.in(ID, ids))), SchoolStore::read);
    }

    List<School> findByName(Collection<String> normalizedNames, Scope scope) {
        return Found.all(schools.find(scope.and(Filters.in(NORMALIZED, normalizedNames))), SchoolStore::read);
    }

    List<School> findByPlaces(Collection<String> places, Scope scope) {
        return Found.all(schools.find(scope.and(Filters.in(Scope.PLACES, places))), SchoolStore::read);
    }

    static Set<String> namesAmong(Document fact) {
        var names = new HashSet<String>();
        names.add(fact.getString(NORMALIZED));
        fact.getList(Fact.CHANGES, Document.class, List.of()).stream()
                .flatMap(change -> change.getList("fields", Document.class, List.of()).stream())
                .map(FieldChange::from)
                .filter(change -> change.field().equals(NAME) && change.before() != null)
                .forEach(change -> names.add(Names.normalize(String.valueOf(change.before()))));
        return names;
    }

    List<School> list(Optional<String> region, Optional<String> nameContains, PageRequest page, Scope scope) {
        var filters = new ArrayList<>(
                List.of(scope.filter(), BY_NAME.after(page.after().map(Keyset.Place::of))));
        region.ifPresent(place -> filters.add(Filters.eq(Scope.PLACES, place)));
        nameContains.ifPresent(name -> filters.add(NameTokens.holding(TOKENS, name)));
        return Found.all(
                schools.find(Filters.and(filters)).sort(BY_NAME.sort()).limit(page.limit()), SchoolStore::read);
    }

    /** Schools whose name holds one of some words. */
    List<School> findHolding(Collection<String> words, int limit, Scope scope) {
        var holding =
                words.stream().map(word -> NameTokens.holding(TOKENS, word)).toList();
        return Found.all(schools.find(scope.and(Filters.or(holding))).limit(limit), SchoolStore::read);
    }

    static Cursor cursorOf(School school) {
        return Cursor.of(LIST, school.sortKey(), school.id());
    }

    private static School read(Document stored) {
        return new School(
                stored.getString(ID),
                stored.getString(NAME),
                SchoolArea.valueOf(stored.getString(AREA)),
                stored.getString(COUNTY),
                stored.getString(SORT_KEY),
                stored.getList(Scope.PLACES, String.class));
    }
}
