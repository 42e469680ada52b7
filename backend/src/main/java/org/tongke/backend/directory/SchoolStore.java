package org.tongke.backend.directory;

import static org.tongke.backend.directory.SchoolDocument.AREA;
import static org.tongke.backend.directory.SchoolDocument.CLOSED_ON;
import static org.tongke.backend.directory.SchoolDocument.CODE_KEY;
import static org.tongke.backend.directory.SchoolDocument.FORMER_NORMALIZED;
import static org.tongke.backend.directory.SchoolDocument.ID;
import static org.tongke.backend.directory.SchoolDocument.NORMALIZED;
import static org.tongke.backend.directory.SchoolDocument.SORT_KEY;
import static org.tongke.backend.directory.SchoolDocument.STAGES;
import static org.tongke.backend.directory.SchoolDocument.TOKENS;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
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
import org.tongke.backend.base.who.Scope;

/**
 * The collection {@code schools}. Shard key: {@code _id}, since schools are looked up by id; the list of a county reads all
 * shards, which a few thousand documents allow. Its codes are unique, so it is not to be sharded before they have a collection of their own.
 */
@Component
class SchoolStore implements FactCollection {
    static final String COLLECTION = "schools";
    /** Name of the list for cursors. */
    static final String LIST = "schools";

    private static final Keyset BY_NAME = new Keyset(SORT_KEY, true);

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
        // findByFormerName(): old lists name them as they were called then
        schools.createIndex(Indexes.ascending(FORMER_NORMALIZED), new IndexOptions().name("formerNormalizedNames"));
        giveKeysToOldOnes();
        // findByCodes(); and no two have the same
        schools.createIndex(
                Indexes.ascending(CODE_KEY), new IndexOptions().name("codeKey").unique(true));
        schools.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    /** Schools that were written before they had codes. Repeating it changes nothing. */
    private void giveKeysToOldOnes() {
        var writes = Found.all(
                schools.find(Filters.exists(CODE_KEY, false)).projection(Projections.include(ID)),
                old -> new UpdateOneModel<Document>(
                        Filters.and(Filters.eq(ID, old.getString(ID)), Filters.exists(CODE_KEY, false)),
                        Updates.set(CODE_KEY, SchoolDocument.codeKey(old.getString(ID), null))));
        if (!writes.isEmpty()) {
            schools.bulkWrite(writes);
        }
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /**
     * Writes schools, each to what stood when it was read. Whoever waits for their names follows the feed. One round trip.
     *
     * @return whether all were written; if not, somebody else was faster with some, or has a code, and they must be read again
     */
    boolean writeAll(Collection<SchoolChange> changes, Origin by, Instant now) {
        var writes = changes.stream().map(change -> write(change, by, now)).toList();
        return writes.isEmpty() || Fact.putAll(schools, writes);
    }

    private static UpdateOneModel<Document> write(SchoolChange change, Origin by, Instant now) {
        var after = SchoolDocument.write(change.after());
        var before = change.before();
        return Fact.asWrite(
                change.after().id(),
                after,
                before == null ? 1 : before.revision() + 1,
                List.of(change.after().key().value()),
                by,
                now,
                before == null
                        ? List.of()
                        : FieldChange.between(SchoolDocument.write(before), after, SchoolDocument.TOLD));
    }

    Optional<School> find(String id, Scope scope) {
        return Optional.ofNullable(schools.find(scope.and(Filters.eq(ID, id))).first())
                .map(SchoolDocument::read);
    }

    List<School> findAll(Collection<String> ids, Scope scope) {
        return Found.all(schools.find(scope.and(Filters.in(ID, ids))), SchoolDocument::read);
    }

    List<School> findByName(Collection<String> normalizedNames, Scope scope) {
        return Found.all(schools.find(scope.and(Filters.in(NORMALIZED, normalizedNames))), SchoolDocument::read);
    }

    /** Schools that have one of some codes, or bear or bore one of some names. */
    List<School> findCalled(
            Collection<String> ids, Collection<String> codes, Collection<String> normalizedNames, Scope scope) {
        var keys = codes.stream().map(code -> SchoolDocument.codeKey("", code)).toList();
        var called = Filters.or(
                Filters.in(ID, ids),
                Filters.in(CODE_KEY, keys),
                Filters.in(NORMALIZED, normalizedNames),
                Filters.in(FORMER_NORMALIZED, normalizedNames));
        return Found.all(schools.find(scope.and(called)), SchoolDocument::read);
    }

    List<School> findByPlaces(Collection<String> places, Scope scope) {
        return Found.all(schools.find(scope.and(Filters.in(Scope.PLACES, places))), SchoolDocument::read);
    }

    List<School> list(SchoolFilter filter, PageRequest page, Scope scope) {
        var after = BY_NAME.after(page.after().map(Keyset.Place::of));
        return Found.all(
                schools.find(Filters.and(conditions(filter, scope), after))
                        .sort(BY_NAME.sort())
                        .limit(page.limit()),
                SchoolDocument::read);
    }

    long count(SchoolFilter filter, Scope scope) {
        return schools.countDocuments(conditions(filter, scope));
    }

    private static Bson conditions(SchoolFilter filter, Scope scope) {
        var filters = new ArrayList<Bson>();
        filters.add(scope.filter());
        filter.place().ifPresent(place -> filters.add(Filters.eq(Scope.PLACES, place)));
        filter.typed().ifPresent(name -> filters.add(NameTokens.holding(TOKENS, name)));
        if (!filter.areas().isEmpty()) {
            filters.add(Filters.in(AREA, filter.areas().stream().map(Enum::name).toList()));
        }
        if (!filter.stages().isEmpty()) {
            filters.add(
                    Filters.in(STAGES, filter.stages().stream().map(Enum::name).toList()));
        }
        if (filter.closed() != null) {
            // null also finds what was written before schools could close
            filters.add(filter.closed() ? Filters.ne(CLOSED_ON, null) : Filters.eq(CLOSED_ON, null));
        }
        return Filters.and(filters);
    }

    /** Schools whose name holds one of some words. */
    List<School> findHolding(Collection<String> words, int limit, Scope scope) {
        var holding =
                words.stream().map(word -> NameTokens.holding(TOKENS, word)).toList();
        return Found.all(schools.find(scope.and(Filters.or(holding))).limit(limit), SchoolDocument::read);
    }

    static Cursor cursorOf(School school) {
        return Cursor.of(LIST, school.sortKey(), school.id());
    }
}
