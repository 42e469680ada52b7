package org.tongke.backend.activity;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.subscription.FollowedCollection;
import org.tongke.backend.base.who.Scope;

/**
 * The collection {@code activities}. Shard key: {@code _id} hashed, since a batch writes hundreds of them by id and an id never
 * changes, as time and channels do; the lists of channels read all shards.
 */
@Component
class ActivityStore implements FactCollection, FollowedCollection {
    static final String COLLECTION = "activities";

    private static final Keyset BY_START = new Keyset(ActivityDocument.STARTS_AT, true);
    private static final String VACATED_CHANNEL = ActivityDocument.VACATED + "." + ActivityDocument.CHANNEL;
    private static final String VACATED_STARTS_AT = ActivityDocument.VACATED + "." + ActivityDocument.STARTS_AT;
    private static final String STATE = ActivityDocument.REPORTED + "." + ActivityDocument.STATE;

    private static final String IDS = "ids";
    /** Those of the first form carry no number. */
    private static final List<@Nullable Integer> OLDER_FORMS = Arrays.asList(null, 2, 3, 4);

    /** Three held a key of every activity, though most had nothing in them; by the last one counting read six values of each. */
    private static final Set<String> RETIRED_INDEXES = Set.of("vacated", "twinIds", "twinChannels", "startsAt_facets");

    private final MongoCollection<Document> activities;

    ActivityStore(MongoDatabase database) {
        activities = database.getCollection(COLLECTION);
        // findWanted(), countByChannels(), list(): weeks, previews, a community's list, in the order of their start
        activities.createIndex(
                Indexes.ascending(ActivityDocument.CHANNELS, ActivityDocument.STARTS_AT, ActivityDocument.ID),
                new IndexOptions().name("channels_startsAt"));
        retireIndexes();
        // findWanted(): places that were left. An index of its own: two arrays never share one. Sparse, since few were
        // ever moved
        activities.createIndex(
                Indexes.ascending(VACATED_CHANNEL, VACATED_STARTS_AT),
                new IndexOptions().name("vacatedSlots").sparse(true));
        // findByTwinKeys(): reports of one lesson
        activities.createIndex(Indexes.ascending(ActivityDocument.TWIN_KEY), new IndexOptions().name("twinKey"));
        // findWithTwins(), findWanted(): a lesson by any of its reports. Sparse, since few are reported twice; so is
        // the next
        activities.createIndex(
                Indexes.ascending(ActivityDocument.TWIN_IDS),
                new IndexOptions().name("lessonIds").sparse(true));
        // findSeries(): a series whose lessons are all shown as another supplier's
        activities.createIndex(
                Indexes.ascending(ActivityDocument.TWIN_CHANNELS),
                new IndexOptions().name("lessonChannels").sparse(true));
        // findOlderForms(): at start
        activities.createIndex(Indexes.ascending(ActivityDocument.FORM), new IndexOptions().name("form"));
        activities.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    /** An index cannot be changed, only replaced by one of another name. */
    private void retireIndexes() {
        activities.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()).stream()
                .filter(RETIRED_INDEXES::contains)
                .forEach(activities::dropIndex);
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    Optional<Activity> find(String id, Scope scope) {
        return Optional.ofNullable(activities
                        .find(scope.and(Filters.eq(ActivityDocument.ID, id)))
                        .first())
                .map(ActivityDocument::read)
                .map(StoredActivity::activity);
    }

    List<Activity> findAll(Collection<String> ids, Scope scope) {
        return read(activities.find(scope.and(Filters.in(ActivityDocument.ID, ids))));
    }

    List<Activity> findByChannels(Collection<String> channels, Instant from, Instant to, int limit, Scope scope) {
        return findWanted(channels, List.of(), from, to, limit, scope);
    }

    List<Activity> findWanted(
            Collection<String> channels, Collection<String> ids, Instant from, Instant to, int limit, Scope scope) {
        var wanted = new ArrayList<Bson>();
        if (!channels.isEmpty()) {
            wanted.add(standsOn(channels, from, to));
            wanted.add(leftIn(Filters.and(Filters.in(ActivityDocument.CHANNEL, channels), startsIn(from, to))));
        }
        if (!ids.isEmpty()) {
            var inWindow = Filters.or(startsIn(from, to), leftIn(startsIn(from, to)));
            wanted.add(Filters.and(Filters.in(ActivityDocument.ID, ids), inWindow));
            wanted.add(Filters.and(Filters.in(ActivityDocument.TWIN_IDS, ids), inWindow));
        }
        return read(activities
                .find(scope.and(Filters.or(wanted)))
                .sort(BY_START.sort())
                .limit(limit));
    }

    private static Bson leftIn(Bson slot) {
        return Filters.elemMatch(ActivityDocument.VACATED, slot);
    }

    int countByChannels(Collection<String> channels, Instant from, Instant to, int limit, Scope scope) {
        var planned = Filters.eq(STATE, ActivityState.PLANNED.name());
        return (int) activities.countDocuments(
                scope.and(Filters.and(standsOn(channels, from, to), planned)), new CountOptions().limit(limit));
    }

    List<Activity> list(String channel, Instant from, Instant to, PageRequest page, Scope scope) {
        var after = page.after().map(ActivityPlace::of);
        return read(activities
                .find(scope.and(Filters.and(standsOn(List.of(channel), from, to), BY_START.after(after))))
                .sort(BY_START.sort())
                .limit(page.limit()));
    }

    /** The ids of what {@link #list} would find for each of several channels. */
    Map<String, List<String>> listIds(
            Collection<String> channels, Instant from, Instant to, PageRequest page, Scope scope) {
        var after = page.after().map(ActivityPlace::of);
        var ids = new HashMap<String, List<String>>();
        activities
                .aggregate(List.of(
                        Aggregates.match(scope.and(Filters.and(standsOn(channels, from, to), BY_START.after(after)))),
                        Aggregates.project(Projections.include(ActivityDocument.CHANNELS, ActivityDocument.STARTS_AT)),
                        Aggregates.unwind("$" + ActivityDocument.CHANNELS),
                        Aggregates.match(Filters.in(ActivityDocument.CHANNELS, channels)),
                        Aggregates.sort(BY_START.sort()),
                        Aggregates.group(
                                "$" + ActivityDocument.CHANNELS, Accumulators.push(IDS, "$" + ActivityDocument.ID)),
                        Aggregates.project(
                                Projections.computed(IDS, new Document("$slice", List.of("$" + IDS, page.limit()))))))
                .forEach(group -> ids.put(group.getString(ActivityDocument.ID), group.getList(IDS, String.class)));
        return ids;
    }

    List<Activity> findByChannels(Collection<String> channels, Instant from, Instant to, Scope scope) {
        return read(activities.find(scope.and(standsOn(channels, from, to))).sort(BY_START.sort()));
    }

    /** By id, for the system's own work on reports: no scope. */
    Map<String, StoredActivity> findStored(Collection<String> ids) {
        var found = Found.all(
                activities.find(Filters.in(ActivityDocument.ID, ids)).projection(ActivityDocument.READ),
                ActivityDocument::read);
        return found.stream()
                .collect(Collectors.toMap(stored -> stored.activity().id(), Function.identity()));
    }

    /** Versions of the newest reports by id, for the system's own work on reports: no scope. */
    Map<String, ReportedVersion> findVersions(Collection<String> ids) {
        var found = activities
                .find(Filters.in(ActivityDocument.ID, ids))
                .projection(Projections.include(
                        ActivityDocument.REPORTED + "." + Fact.REVISION,
                        ActivityDocument.REPORTED + "." + ActivityDocument.CONTENT_HASH));
        return Found.all(found, Function.identity()).stream()
                .collect(Collectors.toMap(
                        stored -> stored.getString(ActivityDocument.ID),
                        stored -> ActivityDocument.version(stored.get(ActivityDocument.REPORTED, Document.class))));
    }

    /**
     * Writes each activity if it stands as it was read. One round trip.
     *
     * @return whether it is certain that all were written; if not, read them again
     */
    boolean write(Collection<ActivityWrite> writes, Origin by, Instant now) {
        List<WriteModel<Document>> models =
                writes.stream().map(write -> model(write, by, now)).toList();
        try {
            var result = activities.bulkWrite(models, new BulkWriteOptions().ordered(false));
            return written(result) == models.size();
        } catch (MongoBulkWriteException failed) {
            if (!DuplicateKey.isAll(failed)) {
                throw failed;
            }
            return false;
        }
    }

    private static int written(BulkWriteResult result) {
        return result.getMatchedCount() + result.getUpserts().size();
    }

    /** A new one is inserted only if there is none: else the guard fails and the insert meets the key of the one that is there. */
    private static WriteModel<Document> model(ActivityWrite write, Origin by, Instant now) {
        var after = write.after();
        var unwritten = write.before() == null;
        var guard = unwritten ? Filters.exists(Fact.REVISION, false) : Filters.eq(Fact.REVISION, after.revision() - 1);
        var set = ActivityDocument.reported(after, write.version(), now);
        var fields = write.fields();
        var told = write.toldOn(fields);
        var kept = new Document();
        if (!told.isEmpty()) {
            set.putAll(ActivityDocument.noticed(write.noticedOn(told), write.noticedAt(now)));
            kept.append(ActivityDocument.CHANNELS, List.copyOf(told));
        }
        return new UpdateOneModel<>(
                Filters.and(Filters.eq(ActivityDocument.ID, after.id()), guard),
                Fact.write(set, after.revision(), write.touches(), by, now, fields, kept),
                new UpdateOptions().upsert(unwritten));
    }

    /** Writes what a school says, if the activity stands as it was read and is in the scope; empty if not. */
    Optional<Activity> writeAttendance(Activity before, Attendance said, Origin by, Scope scope) {
        var filter =
                Filters.and(Filters.eq(ActivityDocument.ID, before.id()), Filters.eq(Fact.REVISION, before.revision()));
        var update = attendanceWrite(before, said, by);
        return Optional.ofNullable(activities.findOneAndUpdate(
                        scope.and(filter), update, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(ActivityDocument::read)
                .map(StoredActivity::activity);
    }

    /** Writes what a school says of each activity that still stands as it was read. One round trip. */
    void writeAttendances(List<Activity> read, Function<Activity, Attendance> said, Origin by) {
        List<WriteModel<Document>> models = read.stream()
                .<WriteModel<Document>>map(before -> {
                    var attendance = said.apply(before);
                    return new UpdateOneModel<>(asRead(before), attendanceWrite(before, attendance, by));
                })
                .toList();
        activities.bulkWrite(models, new BulkWriteOptions().ordered(false));
    }

    private static Bson attendanceWrite(Activity before, Attendance said, Origin by) {
        return Fact.write(
                ActivityDocument.added(said),
                before.revision() + 1,
                ActivityWrite.touchesOf(before),
                by,
                said.recordedAt(),
                ActivityField.between(before, before.with(said)));
    }

    /** Activities by id, and those that are one lesson with them now, for the system's own work: no scope. */
    List<Activity> findWithTwins(Collection<String> ids) {
        return read(activities.find(
                Filters.or(Filters.in(ActivityDocument.ID, ids), Filters.in(ActivityDocument.TWIN_IDS, ids))));
    }

    /** Activities that have in common what reports of one lesson have, for the system's own work: no scope. */
    List<Activity> findByTwinKeys(Collection<String> keys) {
        return read(activities.find(Filters.in(ActivityDocument.TWIN_KEY, keys)));
    }

    /** Lets activities stand otherwise, by what they were when they were read, unless somebody wrote them since. One round trip. */
    void writeTwins(Map<Activity, Activity> changes, Origin by, Instant now) {
        List<WriteModel<Document>> models = new ArrayList<>();
        changes.forEach((before, after) -> models.add(new UpdateOneModel<>(
                asRead(before), twinWrite(before, after, ActivityDocument.twinned(after), by, now))));
        activities.bulkWrite(models, new BulkWriteOptions().ordered(false));
    }

    /** Writes whether an activity is apart. False if somebody else wrote it since it was read. */
    boolean writeTwin(Activity before, Activity after, Origin by, Instant now) {
        var update = twinWrite(before, after, ActivityDocument.apart(after), by, now);
        return activities.updateOne(asRead(before), update).getMatchedCount() == 1;
    }

    private static Bson asRead(Activity before) {
        return Filters.and(Filters.eq(ActivityDocument.ID, before.id()), Filters.eq(Fact.REVISION, before.revision()));
    }

    /** Where a person would see nothing new, as where a source was only reported anew, it is no change that anybody is told of. */
    private static Bson twinWrite(Activity before, Activity after, Document set, Origin by, Instant now) {
        var fields = ActivityField.between(before, after);
        var touches = ActivityWrite.touchesOf(after);
        if (fields.isEmpty() && touches.equals(ActivityWrite.touchesOf(before))) {
            return new Document("$set", set);
        }
        touches.addAll(ActivityWrite.touchesOf(before));
        return Fact.write(set, before.revision() + 1, touches, by, now, fields);
    }

    /** Some activities whose derived values stand in an older form, for the system's own work: no scope. */
    List<Activity> findOlderForms(int limit) {
        return read(
                activities.find(Filters.in(ActivityDocument.FORM, OLDER_FORMS)).limit(limit));
    }

    /**
     * Puts the derived values of activities into the present form, where nobody wrote them since they were read: whoever did has
     * done so. What is reported stays, so this is no change that anybody is told of. One round trip.
     */
    void putForm(List<Activity> derived) {
        List<WriteModel<Document>> models = derived.stream()
                .<WriteModel<Document>>map(activity -> new UpdateOneModel<>(
                        Filters.and(
                                Filters.eq(ActivityDocument.ID, activity.id()),
                                Filters.eq(Fact.REVISION, activity.revision())),
                        new Document("$set", ActivityDocument.reformed(activity))))
                .toList();
        activities.bulkWrite(models, new BulkWriteOptions().ordered(false));
    }

    /**
     * Course series by raw id, each named as in its last activity; those without one are missing. One round trip.
     */
    Map<String, CourseSeries> findSeries(Collection<String> channels) {
        var found = new HashMap<String, CourseSeries>();
        activities
                .aggregate(List.of(
                        Aggregates.match(Filters.or(
                                Filters.in(ActivityDocument.CHANNELS, channels),
                                Filters.in(ActivityDocument.TWIN_CHANNELS, channels))),
                        Aggregates.sort(Indexes.descending(ActivityDocument.STARTS_AT)),
                        Aggregates.group(
                                new Document(ActivityDocument.SUPPLIER, "$" + ActivityDocument.SUPPLIER)
                                        .append(ActivityDocument.SERIES, "$" + ActivityDocument.SERIES_ID),
                                Accumulators.first(ActivityDocument.ID_OF_ONE, "$" + ActivityDocument.ID),
                                Accumulators.first(ActivityDocument.REPORTED, "$" + ActivityDocument.REPORTED))))
                .forEach(group ->
                        ActivityDocument.findSeries(group).ifPresent(series -> found.put(series.id(), series)));
        return found;
    }

    private static Bson standsOn(Collection<String> channels, Instant from, Instant to) {
        return Filters.and(Filters.in(ActivityDocument.CHANNELS, channels), startsIn(from, to));
    }

    private static Bson startsIn(Instant from, Instant to) {
        return Filters.and(
                Filters.gte(ActivityDocument.STARTS_AT, Date.from(from)),
                Filters.lt(ActivityDocument.STARTS_AT, Date.from(to)));
    }

    private static List<Activity> read(FindIterable<Document> found) {
        return Found.all(
                found.projection(ActivityDocument.READ),
                document -> ActivityDocument.read(document).activity());
    }
}
