package org.tongke.backend.term;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.School;

/**
 * The collection {@code bellSchedules}: one document a school, which is its {@code _id} and all that its queries ask by; everybody
 * may read. Shard key: {@code _id}, since every query names it.
 */
@Component
class BellScheduleStore implements FactCollection {
    static final String COLLECTION = "bellSchedules";

    private static final String ID = "_id";
    private static final String SCHEDULES = "schedules";
    private static final String VALID_FROM = "validFrom";
    private static final String PERIODS = "periods";
    private static final String NUMBER = "number";
    private static final String NAME = "name";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final MongoCollection<Document> bells;

    BellScheduleStore(MongoDatabase database) {
        bells = database.getCollection(COLLECTION);
        bells.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /** What all schools have entered, by raw id; those that have entered none are missing. One round trip. */
    Map<String, Entered> findAll() {
        return Found.all(bells.find(), Function.identity()).stream()
                .collect(Collectors.toMap(stored -> stored.getString(ID), BellScheduleStore::read));
    }

    /** What a school has entered. */
    Optional<Entered> find(String schoolId) {
        return Optional.ofNullable(bells.find(Filters.eq(ID, schoolId)).first()).map(BellScheduleStore::read);
    }

    /** What a school has entered. */
    record Entered(long revision, List<BellSchedule> schedules) {}

    /**
     * Writes the next state of a school's schedules, if they stand as they were read. One round trip.
     *
     * @return whether it was written; if not, somebody else did
     */
    boolean put(School school, SchoolBells after, FieldChange change, Origin by, Instant now) {
        var revision = Objects.requireNonNull(after.revision());
        var schedules = after.own().stream().map(BellScheduleStore::write).toList();
        return Fact.put(
                bells,
                school.id(),
                new Document(SCHEDULES, schedules).append(Scope.PLACES, List.copyOf(school.places())),
                revision,
                List.of(BellSchedules.touchOf(school.id())),
                by,
                now,
                List.of(change));
    }

    private static Document write(BellSchedule schedule) {
        return new Document(
                        VALID_FROM, Objects.requireNonNull(schedule.validFrom()).toString())
                .append(
                        PERIODS,
                        schedule.periods().stream()
                                .map(period -> new Document(NUMBER, period.number())
                                        .append(NAME, period.name())
                                        .append(FROM, period.from().toString())
                                        .append(TO, period.to().toString()))
                                .toList());
    }

    static Entered read(Document stored) {
        return new Entered(
                Fact.revisionOf(stored),
                stored.getList(SCHEDULES, Document.class).stream()
                        .map(schedule -> new BellSchedule(
                                LocalDate.parse(schedule.getString(VALID_FROM)),
                                schedule.getList(PERIODS, Document.class).stream()
                                        .map(BellScheduleStore::readPeriod)
                                        .toList()))
                        .toList());
    }

    private static Period readPeriod(Document stored) {
        return new Period(
                stored.get(NUMBER, Number.class).intValue(),
                stored.getString(NAME),
                LocalTime.parse(stored.getString(FROM)),
                LocalTime.parse(stored.getString(TO)));
    }
}
