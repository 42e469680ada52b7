package org.tongke.backend.directory;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.Scope;

/**
 * The collection {@code teachers}. Not sharded: some hundred thousand small documents, whose numbers must be unique among all of
 * them.
 */
@Component
class TeacherStore {
    private static final String ID = "_id";
    private static final String NAME = "name";
    private static final String NORMALIZED = "normalizedName";
    private static final String SCHOOL = "school";
    private static final String SUBJECT = "subject";
    private static final String NUMBER = "number";
    /** What the unique index holds: teachers without a number must not meet there, and no store has indexes of some rows only. */
    private static final String NUMBER_KEY = "numberKey";

    private final MongoCollection<Document> teachers;

    TeacherStore(MongoDatabase database) {
        teachers = database.getCollection("teachers");
        // findCalled(): by number; and no two have the same
        teachers.createIndex(
                Indexes.ascending(NUMBER_KEY),
                new IndexOptions().name("numberKey").unique(true));
        // findCalled(): by name within a school; list(): of a school
        teachers.createIndex(Indexes.ascending(SCHOOL, NORMALIZED), new IndexOptions().name("school_normalizedName"));
    }

    void put(Teacher teacher) {
        var document = new Document(ID, teacher.id())
                .append(NAME, teacher.name())
                .append(NORMALIZED, Names.normalize(teacher.name()))
                .append(SCHOOL, teacher.schoolId())
                .append(SUBJECT, teacher.subjectCode())
                .append(NUMBER, teacher.number())
                .append(NUMBER_KEY, numberKey(teacher.id(), teacher.number()))
                .append(Scope.PLACES, List.copyOf(teacher.places()));
        try {
            teachers.replaceOne(Filters.eq(ID, teacher.id()), document, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException failure) {
            if (DuplicateKey.isAll(failure)) {
                throw new RefusedException(Refusal.of(ErrorCode.ID_REUSED, List.of(NUMBER)));
            }
            throw failure;
        }
    }

    Optional<Teacher> find(String id, Scope scope) {
        return Optional.ofNullable(teachers.find(scope.and(Filters.eq(ID, id))).first())
                .map(TeacherStore::read);
    }

    List<Teacher> findAll(Collection<String> ids, Scope scope) {
        return Found.all(teachers.find(scope.and(Filters.in(ID, ids))), TeacherStore::read);
    }

    List<Teacher> list(Collection<String> schoolIds, int limit) {
        return Found.all(
                teachers.find(Filters.in(SCHOOL, schoolIds))
                        .sort(Indexes.ascending(NORMALIZED, ID))
                        .limit(limit),
                TeacherStore::read);
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

    private static String numberKey(String id, @Nullable String number) {
        return number == null ? "id:" + id : "number:" + number;
    }

    private static Teacher read(Document stored) {
        return new Teacher(
                stored.getString(ID),
                stored.getString(NAME),
                stored.getString(SCHOOL),
                stored.getString(SUBJECT),
                stored.getString(NUMBER),
                stored.getList(Scope.PLACES, String.class));
    }
}
