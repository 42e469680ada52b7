package org.tongke.backend.activity;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;

/** Searches of the collection {@code activities}, which {@link ActivityStore} owns. */
@Component
class GrandTimetableStore {
    private static final Keyset BY_START = new Keyset(ActivityDocument.STARTS_AT, true);
    private static final String COUNT = "count";
    /** More than there are activities in a window. */
    private static final int MOST_GROUPS = 1_000_000;

    private final MongoCollection<Document> activities;

    GrandTimetableStore(MongoDatabase database) {
        activities = database.getCollection(ActivityStore.COLLECTION);
        // list() by time and plain values
        activities.createIndex(
                Indexes.ascending(
                        ActivityDocument.STARTS_AT,
                        ActivityDocument.ID,
                        ActivityDocument.SUBJECT,
                        ActivityDocument.GRADE,
                        ActivityDocument.KIND,
                        ActivityDocument.SUPPLIER,
                        ActivityDocument.STATE),
                new IndexOptions().name("startsAt_values"));
        // group() by time, which reads the index alone
        activities.createIndex(
                Indexes.ascending(ActivityDocument.STARTS_AT, ActivityDocument.FACETS),
                new IndexOptions().name("startsAt_alike"));
        // list() of regions
        activities.createIndex(
                Indexes.ascending(Scope.PLACES, ActivityDocument.STARTS_AT, ActivityDocument.ID),
                new IndexOptions().name("places_startsAt"));
        // list() and group() by words; those of schools and communities are served by channels_startsAt
        activities.createIndex(
                Indexes.ascending(ActivityDocument.TOKENS, ActivityDocument.STARTS_AT, ActivityDocument.ID),
                new IndexOptions().name("tokens_startsAt"));
    }

    /** @param words for each word what meets it */
    List<Activity> list(ActivityFilter filter, List<Bson> words, PageRequest page, Scope scope) {
        var filters = found(filter, words);
        in(filters, Scope.PLACES, keys(filter.regionCodes()));
        in(filters, ActivityDocument.SUBJECT, filter.subjectCodes());
        in(filters, ActivityDocument.GRADE, filter.gradeCodes());
        in(filters, ActivityDocument.KIND, filter.kindCodes());
        in(filters, ActivityDocument.SUPPLIER, filter.supplierIds());
        in(
                filters,
                ActivityDocument.STATE,
                filter.states().stream().map(ActivityState::name).toList());
        filters.add(BY_START.after(page.after().map(ActivityPlace::of)));
        return Found.all(
                activities
                        .find(scope.and(Filters.and(filters)))
                        .projection(ActivityDocument.READ)
                        .sort(BY_START.sort())
                        .limit(page.limit()),
                document -> ActivityDocument.read(document).activity());
    }

    /** Groups that are alike in all facets, whatever the filter chooses of the facets. */
    List<Tally.Group> group(ActivityFilter filter, List<Bson> words, Scope scope) {
        return group(scope.and(Filters.and(found(filter, words)))).entrySet().stream()
                .map(group -> Tally.Group.of(group.getKey(), group.getValue()))
                .toList();
    }

    /**
     * How many activities begin in some stretches of time. Reads an index alone.
     *
     * @return by the key of their facets
     */
    Map<String, Long> group(List<CountedDays.Stretch> stretches) {
        return group(Filters.or(stretches.stream()
                .map(stretch -> startingIn(stretch.from(), stretch.until()))
                .toList()));
    }

    private Map<String, Long> group(Bson asked) {
        var groups = new HashMap<String, Long>();
        activities
                .aggregate(List.of(
                        Aggregates.match(asked),
                        Aggregates.group("$" + ActivityDocument.FACETS, Accumulators.sum(COUNT, 1))))
                .batchSize(MOST_GROUPS)
                .forEach(group -> groups.put(
                        group.getString(ActivityDocument.ID),
                        group.get(COUNT, Number.class).longValue()));
        // those of an older form have no key yet: they get one soon after the start
        groups.remove(null);
        return groups;
    }

    private static Bson startingIn(Instant from, Instant until) {
        return Filters.and(
                Filters.gte(ActivityDocument.STARTS_AT, Date.from(from)),
                Filters.lt(ActivityDocument.STARTS_AT, Date.from(until)));
    }

    /** What is asked for beside the facets. */
    private static List<Bson> found(ActivityFilter filter, List<Bson> words) {
        var filters = new ArrayList<Bson>();
        filters.add(startingIn(filter.from(), filter.until()));
        in(
                filters,
                ActivityDocument.CHANNELS,
                filter.schoolIds().stream()
                        .map(id -> PlaceKey.school(id).value())
                        .toList());
        in(
                filters,
                ActivityDocument.CHANNELS,
                filter.communityIds().stream().map(Community::channelOf).toList());
        filters.addAll(words);
        return filters;
    }

    private static Set<String> keys(Collection<String> regionCodes) {
        return regionCodes.stream().map(code -> PlaceKey.region(code).value()).collect(Collectors.toSet());
    }

    private static void in(List<Bson> filters, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            filters.add(Filters.in(field, values));
        }
    }
}
