package org.tongke.backend.register;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.register.ExchangePeriod.NamedSchool;
import org.tongke.backend.register.ExchangePeriod.Terms;

/**
 * The collection {@code exchangeRegister}: one document for each teacher. Shard key: {@code _id}, by which every write goes; the lists of
 * communities read all shards, which some thousand documents allow.
 */
@Component
class ExchangeStore implements FactCollection {
    static final String COLLECTION = "exchangeRegister";

    private static final String ID = "_id";
    private static final String COMMUNITIES = "communities";
    private static final String PERIODS = "periods";
    private static final String LOCAL = "id";
    private static final String TEACHER_NAME = "teacherName";
    private static final String COMMUNITY = "community";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String NAME = "name";
    private static final String STARTS_ON = "startsOn";
    private static final String ENDS_ON = "endsOn";
    private static final String DAYS_A_WEEK = "daysAWeek";
    private static final String BACKBONE = "backbone";
    private static final String WITHDRAWN = "withdrawn";

    private final MongoCollection<Document> registers;

    ExchangeStore(MongoDatabase database) {
        registers = database.getCollection(COLLECTION);
        // findByCommunities(): a community's page, and progress
        registers.createIndex(Indexes.ascending(COMMUNITIES), new IndexOptions().name("communities"));
        registers.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /** The register of a teacher; an empty one where nothing was ever entered. For the system's own work: no scope. */
    TeacherRegister get(String teacherId) {
        var stored = registers.find(Filters.eq(ID, teacherId)).first();
        return stored == null ? TeacherRegister.empty(teacherId) : read(stored);
    }

    /** All periods of the communities, also those that were withdrawn. */
    List<ExchangePeriod> findByCommunities(Collection<String> communityIds, Scope scope) {
        return Found.all(registers.find(scope.and(Filters.in(COMMUNITIES, communityIds))), ExchangeStore::read).stream()
                .flatMap(register -> register.periods().stream())
                .filter(period -> communityIds.contains(period.communityId()))
                .toList();
    }

    /**
     * Writes the state of a register that follows the one that was read.
     *
     * @param before the period as it was; null if it is new
     * @param after the period as it is now
     * @return whether it was written; if not, somebody else wrote it since, and it must be read again
     */
    boolean write(
            TeacherRegister register, @Nullable ExchangePeriod before, ExchangePeriod after, Origin by, Instant now) {
        var communities = new TreeSet<String>();
        var places = new HashSet<String>();
        register.periods().forEach(period -> {
            communities.add(period.communityId());
            places.addAll(period.places());
        });
        var set = new Document(COMMUNITIES, List.copyOf(communities))
                // what the trail calls it
                .append(TEACHER_NAME, after.teacherName())
                .append(
                        PERIODS,
                        register.periods().stream().map(ExchangeStore::write).toList())
                .append(Scope.PLACES, places.stream().sorted().toList());
        var change = new FieldChange(
                after.withdrawn() ? WITHDRAWN : "period", before == null ? null : before.line(), after.line());
        return Fact.put(
                registers,
                register.teacherId(),
                set,
                register.revision(),
                // what stands elsewhere has not changed
                List.of(Community.channelOf(after.communityId())),
                by,
                now,
                List.of(change));
    }

    private static Document write(ExchangePeriod period) {
        var terms = period.terms();
        return new Document(LOCAL, period.key().local())
                .append(Fact.REVISION, period.revision())
                .append(TEACHER_NAME, period.teacherName())
                .append(COMMUNITY, period.communityId())
                .append(FROM, school(period.from()))
                .append(TO, school(period.to()))
                .append(STARTS_ON, terms.startsOn().toString())
                .append(ENDS_ON, terms.endsOn().toString())
                .append(DAYS_A_WEEK, terms.daysAWeek())
                .append(BACKBONE, terms.backbone())
                .append(WITHDRAWN, period.withdrawn())
                .append(Scope.PLACES, List.copyOf(period.places()));
    }

    private static TeacherRegister read(Document stored) {
        var teacherId = stored.getString(ID);
        return new TeacherRegister(
                teacherId,
                Fact.revisionOf(stored),
                stored.getList(PERIODS, Document.class).stream()
                        .map(period -> read(teacherId, period))
                        .toList());
    }

    private static ExchangePeriod read(String teacherId, Document stored) {
        return new ExchangePeriod(
                new ExchangePeriod.Key(teacherId, stored.getString(LOCAL)),
                Fact.revisionOf(stored),
                stored.getString(TEACHER_NAME),
                stored.getString(COMMUNITY),
                readSchool(stored.get(FROM, Document.class)),
                readSchool(stored.get(TO, Document.class)),
                new Terms(
                        LocalDate.parse(stored.getString(STARTS_ON)),
                        LocalDate.parse(stored.getString(ENDS_ON)),
                        stored.getInteger(DAYS_A_WEEK),
                        stored.getBoolean(BACKBONE)),
                stored.getBoolean(WITHDRAWN),
                stored.getList(Scope.PLACES, String.class));
    }

    private static Document school(NamedSchool school) {
        return new Document(ID, school.id()).append(NAME, school.name());
    }

    private static NamedSchool readSchool(Document stored) {
        return new NamedSchool(stored.getString(ID), stored.getString(NAME));
    }
}
