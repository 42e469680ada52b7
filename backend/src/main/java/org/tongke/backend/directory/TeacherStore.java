package org.tongke.backend.directory;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
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
import org.tongke.backend.base.text.PersonNames;
import org.tongke.backend.base.who.Scope;

/**
 * The collection {@code teachers}. Not sharded: some hundred thousand small documents, whose numbers must be unique among all of
 * them.
 */
@Component
class TeacherStore implements FactCollection {
    static final String COLLECTION = "teachers";
    /** Name of the list for cursors. */
    static final String LIST = "teachers";

    private static final String ID = "_id";
    private static final String NAME = "name";
    private static final String NORMALIZED = "normalizedName";
    private static final String TOKENS = "tokens";
    private static final String SORT_KEY = "sortKey";
    private static final String SCHOOL = "school";
    private static final String SUBJECT = "subject";
    private static final String NUMBER = "number";
    private static final String LEFT_ON = "leftOn";
    /** What the unique index holds: teachers without a number must not meet there, and no store has indexes of some rows only. */
    private static final String NUMBER_KEY = "numberKey";

    /** Fields whose changes the history tells: never the number, which is nobody's business. */
    private static final List<String> TOLD = List.of(NAME, SCHOOL, SUBJECT, LEFT_ON);

    /** More than a province has. */
    private static final int MOST_SCHOOLS = 100_000;

    private static final Keyset BY_NAME = new Keyset(SORT_KEY, true);

    private final MongoCollection<Document> teachers;

    TeacherStore(MongoDatabase database) {
        teachers = database.getCollection(COLLECTION);
        // findCalled(): by number; and no two have the same
        teachers.createIndex(
                Indexes.ascending(NUMBER_KEY),
                new IndexOptions().name("numberKey").unique(true));
        // findCalled(): by name within a school; listOf(): of a school
        teachers.createIndex(Indexes.ascending(SCHOOL, NORMALIZED), new IndexOptions().name("school_normalizedName"));
        // list(): of a school or region, in the order of names
        teachers.createIndex(Indexes.ascending(Scope.PLACES, SORT_KEY, ID), new IndexOptions().name("places_sortKey"));
        // list(): all, in the order of names
        teachers.createIndex(Indexes.ascending(SORT_KEY, ID), new IndexOptions().name("sortKey"));
        // list(): those whose name holds what was typed
        teachers.createIndex(Indexes.ascending(TOKENS), new IndexOptions().name("tokens"));
        teachers.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
        Found.all(teachers.find(Filters.exists(Fact.REVISION, false)), TeacherStore::read)
                .forEach(old ->
                        writeAll(List.of(new TeacherChange(old, old)), Origin.system("directory"), Instant.now()));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /**
     * Writes teachers, each to what stood when it was read. One round trip.
     *
     * @return whether all were written; if not, somebody else was faster with some, or has a number, and they must be read again
     */
    boolean writeAll(Collection<TeacherChange> changes, Origin by, Instant now) {
        var writes = changes.stream().map(change -> write(change, by, now)).toList();
        return writes.isEmpty() || Fact.putAll(teachers, writes);
    }

    private static UpdateOneModel<Document> write(TeacherChange change, Origin by, Instant now) {
        var after = write(change.after());
        var before = change.before();
        return Fact.asWrite(
                change.after().id(),
                after,
                before == null ? 1 : before.revision() + 1,
                List.of(),
                by,
                now,
                before == null ? List.of() : FieldChange.between(write(before), after, TOLD));
    }

    private static Document write(Teacher teacher) {
        return new Document(NAME, teacher.name())
                .append(NORMALIZED, Names.normalize(teacher.name()))
                .append(TOKENS, List.copyOf(PersonNames.tokens(teacher.name())))
                .append(SORT_KEY, teacher.sortKey())
                .append(SCHOOL, teacher.schoolId())
                .append(SUBJECT, teacher.subjectCode())
                .append(NUMBER, teacher.number())
                .append(NUMBER_KEY, numberKey(teacher.id(), teacher.number()))
                .append(
                        LEFT_ON,
                        teacher.leftOn() == null ? null : teacher.leftOn().toString())
                .append(Scope.PLACES, List.copyOf(teacher.places()));
    }

    Optional<Teacher> find(String id, Scope scope) {
        return Optional.ofNullable(teachers.find(scope.and(Filters.eq(ID, id))).first())
                .map(TeacherStore::read);
    }

    List<Teacher> findAll(Collection<String> ids, Scope scope) {
        return Found.all(teachers.find(scope.and(Filters.in(ID, ids))), TeacherStore::read);
    }

    /** How many teachers who have not left each school of some places has; those of some subjects, if any is named. One round trip. */
    Map<String, Integer> countBySchool(Collection<String> places, Collection<String> subjectCodes) {
        var conditions = new ArrayList<Bson>(List.of(Filters.in(Scope.PLACES, places), Filters.eq(LEFT_ON, null)));
        if (!subjectCodes.isEmpty()) {
            conditions.add(Filters.in(SUBJECT, subjectCodes));
        }
        var counts = new HashMap<String, Integer>();
        teachers.aggregate(List.of(
                        Aggregates.match(Filters.and(conditions)),
                        Aggregates.group("$" + SCHOOL, Accumulators.sum("count", 1))))
                .batchSize(MOST_SCHOOLS)
                .forEach(group -> counts.put(
                        group.getString(ID), group.get("count", Number.class).intValue()));
        return counts;
    }

    /** Teachers of some schools who have not left. */
    List<Teacher> listOf(Collection<String> schoolIds, int limit) {
        return Found.all(
                teachers.find(Filters.and(Filters.in(SCHOOL, schoolIds), Filters.eq(LEFT_ON, null)))
                        .sort(Indexes.ascending(NORMALIZED, ID))
                        .limit(limit),
                TeacherStore::read);
    }

    List<Teacher> list(TeacherFilter filter, PageRequest page, Scope scope) {
        var after = BY_NAME.after(page.after().map(Keyset.Place::of));
        return Found.all(
                teachers.find(Filters.and(conditions(filter, scope), after))
                        .sort(BY_NAME.sort())
                        .limit(page.limit()),
                TeacherStore::read);
    }

    long count(TeacherFilter filter, Scope scope) {
        return teachers.countDocuments(conditions(filter, scope));
    }

    private static Bson conditions(TeacherFilter filter, Scope scope) {
        var filters = new ArrayList<Bson>();
        filters.add(scope.filter());
        if (filter.place() != null) {
            filters.add(Filters.eq(Scope.PLACES, filter.place()));
        }
        filter.typed().ifPresent(name -> filters.add(NameTokens.holding(TOKENS, name)));
        if (filter.subjectCode() != null) {
            filters.add(Filters.eq(SUBJECT, filter.subjectCode()));
        }
        if (filter.left() != null) {
            filters.add(filter.left() ? Filters.ne(LEFT_ON, null) : Filters.eq(LEFT_ON, null));
        }
        return Filters.and(filters);
    }

    List<Teacher> findCalled(
            Collection<String> ids,
            Collection<String> numbers,
            Collection<String> schoolIds,
            Collection<String> names,
            Scope scope) {
        var keys = numbers.stream().map(number -> numberKey("", number)).toList();
        var called = Filters.or(
                Filters.in(ID, ids),
                Filters.in(NUMBER_KEY, keys),
                Filters.and(Filters.in(SCHOOL, schoolIds), Filters.in(NORMALIZED, names)));
        return Found.all(teachers.find(scope.and(called)), TeacherStore::read);
    }

    List<Teacher> findNumberedOrOf(Collection<String> numbers, Collection<String> schoolIds) {
        var keys = numbers.stream().map(number -> numberKey("", number)).toList();
        return Found.all(
                teachers.find(Filters.or(Filters.in(NUMBER_KEY, keys), Filters.in(SCHOOL, schoolIds)))
                        .projection(Projections.exclude(TOKENS, Fact.CHANGES)),
                TeacherStore::read);
    }

    static Cursor cursorOf(Teacher teacher) {
        return Cursor.of(LIST, teacher.sortKey(), teacher.id());
    }

    private static String numberKey(String id, @Nullable String number) {
        return number == null ? "id:" + id : "number:" + number;
    }

    private static Teacher read(Document stored) {
        var leftOn = stored.getString(LEFT_ON);
        return new Teacher(
                stored.getString(ID),
                stored.getString(NAME),
                stored.getString(SCHOOL),
                stored.getString(SUBJECT),
                stored.getString(NUMBER),
                stored.getList(Scope.PLACES, String.class),
                leftOn == null ? null : LocalDate.parse(leftOn),
                stored.containsKey(Fact.REVISION) ? Fact.revisionOf(stored) : 0);
    }
}
