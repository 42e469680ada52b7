package org.tongke.backend.community;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.NameTokens;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.Mode;

/**
 * The collection {@code communities}. Shard key: {@code _id}, since communities are looked up by id; lists read all shards, which
 * some thousand documents allow.
 */
@Component
class CommunityStore implements FactCollection {
    static final String COLLECTION = "communities";
    static final String LIST = "communities";

    private static final String ID = "_id";
    private static final String NAME = "name";
    private static final String TOKENS = "tokens";
    private static final String MODE = "mode";
    private static final String COUNTY = "county";
    private static final String CORE = "core";
    private static final String MEMBERS = "members";
    private static final String SCHOOLS = "schools";
    private static final String PROGRAMMES = "programmes";
    private static final String SORT_KEY = "sortKey";
    private static final String STEPS = "steps";
    private static final String KIND = "kind";
    private static final String ON = "on";
    private static final String SCHOOL = "school";
    private static final String REASON = "reason";
    private static final String SAID_BY = "saidBy";
    private static final String AT = "at";
    /** Fields whose changes are told to people; the others follow from them. */
    private static final List<String> TOLD = List.of(NAME, MODE, COUNTY, CORE, MEMBERS, PROGRAMMES);

    private static final Keyset BY_NAME = new Keyset(SORT_KEY, true);

    private final MongoCollection<Document> communities;

    CommunityStore(MongoDatabase database) {
        communities = database.getCollection(COLLECTION);
        // list() of a region or of schools, findNew() of a county: their communities in the order of names
        communities.createIndex(
                Indexes.ascending(Scope.PLACES, SORT_KEY, ID), new IndexOptions().name("places_sortKey"));
        // list(): all communities in the order of names
        communities.createIndex(Indexes.ascending(SORT_KEY, ID), new IndexOptions().name("sortKey"));
        // list(): those whose name holds what was typed
        communities.createIndex(Indexes.ascending(TOKENS), new IndexOptions().name("tokens"));
        // findBySchools(): the community that a report's schools share
        communities.createIndex(Indexes.ascending(SCHOOLS), new IndexOptions().name("schools"));
        communities.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /** Writes a community, unless it stands there just so. */
    void put(Community community, Origin by, Instant now) {
        while (!isPut(community, by, now)) {
            // somebody else wrote it between our look and our write: look again
        }
    }

    private boolean isPut(Community community, Origin by, Instant now) {
        var touches = List.of(community.channel());
        var after = write(community);
        var before = communities.find(Filters.eq(ID, community.id())).first();
        if (before == null) {
            return Fact.put(communities, community.id(), after, 1, touches, by, now, List.of());
        }
        if (read(before).equals(community)) {
            return true;
        }
        var changes = FieldChange.between(before, after, TOLD);
        return Fact.put(communities, community.id(), after, Fact.revisionOf(before) + 1, touches, by, now, changes);
    }

    /**
     * Writes what follows from a change, unless somebody else wrote since.
     *
     * @param steps all that has changed, the newest last
     * @return whether it was written
     */
    boolean change(CommunityHistory before, Community after, List<CommunityStep> steps, Origin by, Instant now) {
        var set = write(after).append(STEPS, Values.documents(steps, CommunityStore::writeStep));
        var changes = new ArrayList<>(FieldChange.between(write(before.community()), write(after), TOLD));
        changes.add(new FieldChange(REASON, null, steps.getLast().reason()));
        return Fact.put(
                communities, after.id(), set, before.revision() + 1, List.of(after.channel()), by, now, changes);
    }

    Optional<CommunityHistory> findHistory(String id, Scope scope) {
        return Optional.ofNullable(
                        communities.find(scope.and(Filters.eq(ID, id))).first())
                .map(CommunityStore::readHistory);
    }

    List<CommunityHistory> histories(Collection<String> ids) {
        return Found.all(communities.find(Filters.in(ID, ids)), CommunityStore::readHistory);
    }

    static Set<String> schoolsAmong(Document fact) {
        return Set.copyOf(fact.getList(SCHOOLS, String.class, List.of()));
    }

    Optional<Community> find(String id, Scope scope) {
        return Optional.ofNullable(
                        communities.find(scope.and(Filters.eq(ID, id))).first())
                .map(CommunityStore::read);
    }

    List<Community> findAll(Collection<String> ids, Scope scope) {
        return Found.all(communities.find(scope.and(Filters.in(ID, ids))), CommunityStore::read);
    }

    List<Community> findBySchools(Collection<String> schoolIds, Scope scope) {
        return Found.all(communities.find(scope.and(Filters.in(SCHOOLS, schoolIds))), CommunityStore::read);
    }

    List<Community> findNew(String countyCode, String programmeId) {
        var inCounty = Filters.eq(Scope.PLACES, PlaceKey.region(countyCode).value());
        return Found.all(
                communities
                        .find(Filters.and(inCounty, Filters.eq(PROGRAMMES, programmeId)))
                        .sort(BY_NAME.sort()),
                CommunityStore::read);
    }

    List<Community> list(
            List<Collection<String>> placesAnyOfEach, CommunityFilter filter, PageRequest page, Scope scope) {
        var filters = new ArrayList<Bson>(
                List.of(scope.filter(), BY_NAME.after(page.after().map(Keyset.Place::of))));
        filter.name()
                .map(typed -> NameTokens.holding(TOKENS, typed))
                .map(named -> filter.schoolIds().isEmpty()
                        ? named
                        : Filters.or(named, Filters.in(SCHOOLS, filter.schoolIds())))
                .ifPresent(filters::add);
        filter.among().ifPresent(ids -> filters.add(Filters.in(ID, ids)));
        filter.mode().ifPresent(mode -> filters.add(Filters.eq(MODE, mode.name())));
        filter.programmeId().ifPresent(programme -> filters.add(Filters.eq(PROGRAMMES, programme)));
        placesAnyOfEach.forEach(places -> filters.add(Filters.in(Scope.PLACES, places)));
        return Found.all(
                communities.find(Filters.and(filters)).sort(BY_NAME.sort()).limit(page.limit()), CommunityStore::read);
    }

    /** Communities whose name holds one of some words. */
    List<Community> findHolding(Collection<String> words, int limit, Scope scope) {
        var holding =
                words.stream().map(word -> NameTokens.holding(TOKENS, word)).toList();
        return Found.all(communities.find(scope.and(Filters.or(holding))).limit(limit), CommunityStore::read);
    }

    static Cursor cursorOf(String list, Community community) {
        return Cursor.of(list, community.sortKey(), community.id());
    }

    private static Document write(Community community) {
        return new Document(NAME, community.name())
                .append(TOKENS, NameTokens.of(community.name()))
                .append(MODE, community.mode().name())
                .append(COUNTY, community.countyCode())
                .append(CORE, community.coreId())
                .append(MEMBERS, community.memberIds())
                .append(SCHOOLS, community.schoolIds())
                .append(PROGRAMMES, community.programmes().stream().sorted().toList())
                .append(SORT_KEY, community.sortKey())
                .append(Scope.PLACES, List.copyOf(community.places()));
    }

    private static Document writeStep(CommunityStep step) {
        return new Document(KIND, step.kind().name())
                .append(ON, step.on().toString())
                .append(SCHOOL, step.schoolId())
                .append(MODE, step.mode() == null ? null : step.mode().name())
                .append(REASON, step.reason())
                .append(SAID_BY, step.by())
                .append(AT, Values.date(step.at()));
    }

    private static CommunityStep readStep(Document stored) {
        var mode = stored.getString(MODE);
        return new CommunityStep(
                CommunityStep.Kind.valueOf(stored.getString(KIND)),
                LocalDate.parse(stored.getString(ON)),
                stored.getString(SCHOOL),
                mode == null ? null : Mode.valueOf(mode),
                stored.getString(REASON),
                stored.getString(SAID_BY),
                Values.instant(stored, AT));
    }

    private static CommunityHistory readHistory(Document stored) {
        return new CommunityHistory(
                read(stored), Fact.revisionOf(stored), Values.list(stored, STEPS, CommunityStore::readStep));
    }

    private static Community read(Document stored) {
        return new Community(
                stored.getString(ID),
                stored.getString(NAME),
                Mode.valueOf(stored.getString(MODE)),
                stored.getString(COUNTY),
                stored.getString(CORE),
                stored.getList(MEMBERS, String.class),
                new HashSet<>(stored.getList(PROGRAMMES, String.class)),
                stored.getString(SORT_KEY),
                stored.getList(Scope.PLACES, String.class));
    }
}
