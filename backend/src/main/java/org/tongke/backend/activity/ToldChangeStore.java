package org.tongke.backend.activity;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.who.Scope;

/**
 * Searches of the collection {@code activities}, which {@link ActivityStore} owns, for changes. Everybody signed in may see
 * activities, so the questions say where somebody looks and have no scope besides.
 */
@Component
class ToldChangeStore {
    private static final String NOTICED_CHANNELS = ActivityDocument.NOTICED + "." + ActivityDocument.CHANNELS;
    private static final String NOTICED_AT = ActivityDocument.NOTICED + "." + ActivityDocument.AT;
    private static final String RECORDED_AT = Fact.CHANGES + "." + Fact.RECORDED_AT;
    private static final String REVISION = Fact.CHANGES + "." + Fact.REVISION;
    private static final String CHANNELS = Fact.CHANGES + "." + ActivityDocument.CHANNELS;
    private static final String ACCOUNT = Fact.CHANGES + "." + Fact.BY + ".account";
    private static final String FIELD = Fact.CHANGES + ".fields.field";
    private static final String COUNT = "count";

    private final MongoCollection<Document> activities;

    ToldChangeStore(MongoDatabase database) {
        activities = database.getCollection(ActivityStore.COLLECTION);
        // list() and count(): notices. Sparse, since most activities are never changed
        activities.createIndex(
                Indexes.ascending(NOTICED_CHANNELS, NOTICED_AT),
                new IndexOptions().name("noticed").sparse(true));
    }

    /** A change that was found. */
    record Found(String activityId, ActivityChange change) {}

    List<Found> list(ChangesAsked asked, Optional<ChangePlace> before, int limit) {
        var stages = changes(asked, before.map(place -> beyond(place, false)));
        stages.add(Aggregates.sort(Sorts.descending(RECORDED_AT, ActivityDocument.ID, REVISION)));
        stages.add(Aggregates.limit(limit));
        return activities
                .aggregate(stages)
                .map(stored -> new Found(
                        stored.getString(ActivityDocument.ID),
                        ActivityDocument.readChange(stored.get(Fact.CHANGES, Document.class))))
                .into(new ArrayList<>());
    }

    int count(ChangesAsked asked, Optional<ChangePlace> after, int limit) {
        var stages = changes(asked, after.map(place -> beyond(place, true)));
        stages.add(Aggregates.limit(limit));
        stages.add(Aggregates.group(null, Accumulators.sum(COUNT, 1)));
        var counted = activities.aggregate(stages).first();
        return counted == null ? 0 : counted.get(COUNT, Number.class).intValue();
    }

    /** The changes of which somebody is told, each in a document of its own, in any order. */
    private static List<Bson> changes(ChangesAsked asked, Optional<Bson> beyond) {
        var wanted = new ArrayList<Bson>();
        wanted.add(Filters.gte(RECORDED_AT, Date.from(asked.since())));
        wanted.add(Filters.ne(ACCOUNT, asked.account()));
        wanted.add(told(asked));
        beyond.ifPresent(wanted::add);
        var stages = new ArrayList<Bson>();
        stages.add(Aggregates.match(activities(asked)));
        stages.add(Aggregates.project(Projections.include(Fact.CHANGES, Scope.PLACES, ActivityDocument.TWIN_IDS)));
        stages.add(Aggregates.unwind("$" + Fact.CHANGES));
        stages.add(Aggregates.match(Filters.and(wanted)));
        return stages;
    }

    /** Activities that may have such changes. */
    private static Bson activities(ChangesAsked asked) {
        var wanted = new ArrayList<Bson>();
        wanted.add(Filters.gte(NOTICED_AT, Date.from(asked.since())));
        wanted.add(looksAt(NOTICED_CHANNELS, asked));
        if (!asked.hiddenIds().isEmpty()) {
            wanted.add(Filters.nin(ActivityDocument.ID, asked.hiddenIds()));
            wanted.add(Filters.nin(ActivityDocument.TWIN_IDS, asked.hiddenIds()));
        }
        if (!asked.hiddenSeries().isEmpty()) {
            var isShown = Filters.and(
                    Filters.nin(ActivityDocument.CHANNELS, asked.hiddenSeries()),
                    Filters.nin(ActivityDocument.TWIN_SERIES, asked.hiddenSeries()));
            wanted.add(asked.ids().isEmpty() ? isShown : Filters.or(isShown, isOf(asked.ids())));
        }
        return Filters.and(wanted);
    }

    private static Bson looksAt(String channels, ChangesAsked asked) {
        var inChannels = Filters.in(channels, asked.channels());
        return asked.ids().isEmpty() ? inChannels : Filters.or(inChannels, isOf(asked.ids()));
    }

    /** Whoever picked one of the reports of a lesson picked the lesson. */
    private static Bson isOf(Collection<String> ids) {
        return Filters.or(Filters.in(ActivityDocument.ID, ids), Filters.in(ActivityDocument.TWIN_IDS, ids));
    }

    private static Bson told(ChangesAsked asked) {
        var toAll = Filters.and(changes(ActivityField.TOLD), looksAt(CHANNELS, asked));
        return asked.taught()
                .map(channel -> Filters.or(
                        toAll,
                        asked.inside().and(Filters.and(changes(ActivityField.INSIDE), Filters.eq(CHANNELS, channel)))))
                .orElse(toAll);
    }

    private static Bson changes(Set<ActivityField> fields) {
        return Filters.in(FIELD, keys(fields));
    }

    private static List<String> keys(Collection<ActivityField> fields) {
        return fields.stream().map(ActivityField::key).toList();
    }

    private static Bson beyond(ChangePlace place, boolean newer) {
        var recordedAt = Date.from(place.recordedAt());
        return Filters.or(
                beyond(RECORDED_AT, recordedAt, newer),
                Filters.and(
                        Filters.eq(RECORDED_AT, recordedAt), beyond(ActivityDocument.ID, place.activityId(), newer)),
                Filters.and(
                        Filters.eq(RECORDED_AT, recordedAt),
                        Filters.eq(ActivityDocument.ID, place.activityId()),
                        beyond(REVISION, place.revision(), newer)));
    }

    private static Bson beyond(String name, Object value, boolean newer) {
        return newer ? Filters.gt(name, value) : Filters.lt(name, value);
    }
}
