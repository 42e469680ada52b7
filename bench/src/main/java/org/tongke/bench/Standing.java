package org.tongke.bench;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.RegionKind;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.verification.AsOf;
import org.tongke.backend.verification.Progresses;

/**
 * Progress of new communities of a programme: of one, of all, and the province's overview. As many communities as the notice of 2021
 * asks for, with a term's lessons each.
 */
final class Standing {
    static final String PROGRESS = "progress";

    private static final int COMMUNITIES = 1_532;
    private static final int LESSONS = 20;
    private static final int AT_ONCE = 100;
    private static final int ACTIVITIES_AT_ONCE = 500;
    private static final Origin BY = Origin.system("bench");

    private final Programme programme;
    private final Schools schools;
    private final Communities entering;
    private final Activities activities;
    private final Progresses progresses;
    private final FeedConsumer keeper;
    private final Clock clock;
    private final MongoDatabase database;
    private final List<String> regions;
    private final List<String> counties;
    private final List<String> ids = new ArrayList<>();

    Standing(ApplicationContext backend) {
        programme = backend.getBean(Programmes.class).find("2021").orElseThrow();
        schools = backend.getBean(Schools.class);
        entering = backend.getBean(Communities.class);
        activities = backend.getBean(Activities.class);
        progresses = backend.getBean(Progresses.class);
        keeper = backend.getBeansOfType(FeedConsumer.class).values().stream()
                .filter(consumer -> consumer.name().equals(PROGRESS))
                .findFirst()
                .orElseThrow();
        clock = backend.getBean(Clock.class);
        database = backend.getBean(MongoDatabase.class);
        var all = backend.getBean(Regions.class).all();
        regions = all.stream().map(Region::code).toList();
        counties = all.stream()
                .filter(region -> region.kind() == RegionKind.COUNTY)
                .map(Region::code)
                .toList();
        found();
    }

    List<HotPath> paths() {
        return List.of(
                new HotPath("progress of one community", this::one, this::bareOne),
                new HotPath("progress of all %,d communities".formatted(COMMUNITIES), _ -> all(), _ -> bareAll()),
                new HotPath("progress, overview of the province", _ -> overview(), _ -> bareOverview()));
    }

    private void found() {
        var reports = new ArrayList<ActivityReport>();
        for (int number = 0; number < COMMUNITIES; number++) {
            var id = "standing-" + number;
            var county = counties.get(number % counties.size());
            var core = schools.put(id + "-core", "结对中心小学" + number, SchoolArea.TOWN, county);
            var member = schools.put(id + "-member", "结对村小学" + number, SchoolArea.RURAL, county);
            var community =
                    entering.put(id, "新教共体" + number, Mode.MERGED, core, List.of(member), Set.of(programme.id()), BY);
            ids.add(id);
            for (int lesson = 0; lesson < LESSONS; lesson++) {
                reports.add(lesson(community, core, member, lesson));
            }
        }
        for (int from = 0; from < reports.size(); from += ACTIVITIES_AT_ONCE) {
            activities.apply(reports.subList(from, Math.min(from + ACTIVITIES_AT_ONCE, reports.size())), BY);
        }
        all();
    }

    private ActivityReport lesson(Community community, School core, School member, int number) {
        var start = programme
                .from()
                .plusDays(70 + number)
                .atTime(9, 0)
                .atZone(programme.zone())
                .toInstant();
        return new ActivityReport(
                new ActivityKey("bench", community.id() + "-" + number),
                new ReportedVersion(1, "content"),
                "SYNCED_LESSON",
                "分数的意义",
                number % 2 == 0 ? "MATHEMATICS" : "CHINESE",
                null,
                start,
                start.plus(Duration.ofMinutes(40)),
                ActivityState.PLANNED,
                List.of(
                        new ActivitySchool(core.id(), core.name(), null),
                        new ActivitySchool(member.id(), member.name(), null)),
                List.of(),
                community.id(),
                community.name(),
                "bench",
                null,
                ActivityDetails.NONE,
                community.countyCode(),
                community.places());
    }

    private int one(int call) {
        return recompute(List.of(ids.get(call % ids.size())));
    }

    private int all() {
        return recompute(ids);
    }

    /** As when facts of these communities have changed. */
    private int recompute(List<String> some) {
        var touches = some.stream().map(Community::channelOf).toList();
        keeper.on(List.of(new FeedEntry("activities", new Document("_id", "bench").append("touches", touches))));
        return some.size();
    }

    private int overview() {
        var now = AsOf.of(null, programme.zone(), clock.instant());
        return progresses.standings(programme, regions, now, Scope.EVERYWHERE).values().stream()
                .mapToInt(standing -> standing.planned().communities())
                .sum();
    }

    private int bareOne(int call) {
        return bare(List.of(ids.get(call % ids.size())));
    }

    private int bareAll() {
        int count = 0;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            count += bare(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
        }
        return count;
    }

    /** Reads what stood there and the facts, each in one round trip, and writes that they were looked at. */
    private int bare(List<String> some) {
        var progress = some.stream().map(id -> programme.id() + ":" + id).toList();
        read("progress", "_id", progress);
        read("findings", "_id", progress);
        var found = read("communities", "_id", some);
        var channels = some.stream().map(Community::channelOf).toList();
        var from = programme.from().atStartOfDay(programme.zone()).toInstant();
        var to = programme.to().plusDays(1).atStartOfDay(programme.zone()).toInstant();
        database.getCollection("activities")
                .find(Filters.and(
                        Filters.in("channels", channels),
                        Filters.gte("startsAt", Date.from(from)),
                        Filters.lt("startsAt", Date.from(to))))
                .batchSize(Integer.MAX_VALUE)
                .into(new ArrayList<>());
        read("evidence", "community", some);
        var token = UUID.randomUUID().toString();
        var writes = progress.stream()
                .map(id -> new UpdateOneModel<Document>(Filters.eq(id), Updates.set("look", token)))
                .toList();
        database.getCollection("progress").bulkWrite(writes);
        return found.size();
    }

    private List<Document> read(String collection, String field, Collection<String> values) {
        return database.getCollection(collection)
                .find(Filters.in(field, values))
                .batchSize(Integer.MAX_VALUE)
                .into(new ArrayList<>());
    }

    /** Reads what is summed, and counts the communities of each region. */
    private int bareOverview() {
        var keys = regions.stream().map(code -> "region:" + code).toList();
        var counts = new HashMap<String, Integer>();
        database.getCollection("progress")
                .find(Filters.and(Filters.eq("programme", programme.id()), Filters.in("places", keys)))
                .projection(Projections.include("memberCount", "formed", "operating", "verifiedAt", "paces", "places"))
                .batchSize(Integer.MAX_VALUE)
                .forEach(document -> document.getList("places", String.class)
                        .forEach(place -> counts.merge(place, 1, Integer::sum)));
        return keys.stream().mapToInt(key -> counts.getOrDefault(key, 0)).sum();
    }
}
