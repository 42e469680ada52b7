package org.tongke.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.ActivityFilter;
import org.tongke.backend.activity.GrandTimetable;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.Sounds;
import org.tongke.backend.base.text.TextTokens;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.RegionKind;
import org.tongke.backend.directory.Regions;

/** Searches of the grand timetable: a page of 20, and the counts of all values. */
final class Search {
    private static final int PAGE = 20;
    private static final int CALLS_BETWEEN_COUNTS = 10;
    /** Most people look at the weeks around today. */
    private static final int DAYS_LOOKED_AT = 28;

    private static final List<String> FACETS = List.of("county", "subject", "grade", "kind", "supplier", "state");

    private final GrandTimetable timetable;
    /** Whatever knows how many begin on each day. */
    private final FeedConsumer counted;

    private final AtomicInteger calls = new AtomicInteger();

    private final MongoCollection<Document> activities;
    private final List<String> counties;
    private final Sounds sounds;

    Search(ApplicationContext backend) {
        counted = backend.getBeansOfType(FeedConsumer.class).values().stream()
                .filter(consumer -> consumer.name().equals("counts"))
                .findAny()
                .orElseThrow();
        // while consumers rest nobody tells that the province has grown
        counted.on(IntStream.range(0, DAYS_LOOKED_AT * 3)
                .mapToObj(day -> new FeedEntry("activities", new Document("startsAt", Date.from(around(day)))))
                .toList());
        timetable = backend.getBean(GrandTimetable.class);
        activities = backend.getBean(MongoDatabase.class).getCollection("activities");
        sounds = backend.getBean(Sounds.class);
        counties = backend.getBean(Regions.class).all().stream()
                .filter(region -> region.kind() == RegionKind.COUNTY)
                .map(Region::code)
                .toList();
    }

    List<HotPath> paths() {
        return List.of(
                pages("week of a county", 7, Set.of(), "", true),
                pages("week, subject", 7, Set.of("MATHEMATICS"), "", false),
                pages("month, words", 30, Set.of(), "二次函数", false),
                pages("month, common words", 30, Set.of(), "数学 五年级", false),
                pages("month, teacher", 30, Set.of(), "林晓岚", false),
                pages("month, pinyin, county", 30, Set.of(), "xingzhi", true),
                firstCounts("counts of a week, first asked", 7),
                firstCounts("counts of a month, first asked", 30),
                counts("counts of a week", 7, Set.of(), ""),
                counts("counts of a week, words", 7, Set.of(), "二次函数"),
                counts("counts of a week, common words", 7, Set.of(), "数学 五年级"),
                counts("counts of a month", 30, Set.of(), ""),
                counts("counts of a month, subject", 30, Set.of("MATHEMATICS"), ""));
    }

    private HotPath pages(String name, int days, Set<String> subjects, String text, boolean county) {
        var page = new PageRequest(PAGE, Optional.empty());
        return new HotPath(
                "search: " + name,
                call -> timetable
                        .list(filter(call, days, subjects, text, county), page, Scope.EVERYWHERE)
                        .edges()
                        .size(),
                call -> bare(call, days, subjects, text, county));
    }

    /** Counts by a backend that knows no day yet; so before the others. */
    private HotPath firstCounts(String name, int days) {
        return counts(name, call -> filter(call, days, Set.of(), "", false), () -> {});
    }

    /** The days are counted beforehand, as the feed has it done every two seconds. */
    private HotPath counts(String name, int days, Set<String> subjects, String text) {
        return counts(name, call -> filter(around(call % DAYS_LOOKED_AT), days, subjects, text, Set.of()), () -> {
            if (calls.getAndIncrement() % CALLS_BETWEEN_COUNTS == 0) {
                counted.due();
            }
        });
    }

    private HotPath counts(String name, IntFunction<ActivityFilter> asked, Runnable before) {
        return new HotPath(
                "search: " + name,
                call -> {
                    before.run();
                    var counts = timetable.count(asked.apply(call), Scope.EVERYWHERE);
                    var byValue = new HashMap<String, Map<String, Long>>();
                    counts.byValue()
                            .forEach(
                                    (facet, ofFacet) -> byValue.put(facet.name().toLowerCase(Locale.ROOT), ofFacet));
                    return Objects.hash(counts.total(), byValue);
                },
                call -> bareCounts(asked.apply(call)));
    }

    /** How many there are in all, and of each value as if nothing were chosen of its facet. */
    private int bareCounts(ActivityFilter asked) {
        var subjects = asked.subjectCodes();
        var groups = activities
                .aggregate(List.of(
                        Aggregates.match(Filters.and(
                                Filters.gte("startsAt", Date.from(asked.from())),
                                Filters.lt("startsAt", Date.from(asked.until())),
                                holding(asked.text()))),
                        Aggregates.group("$facets", Accumulators.sum("count", 1))))
                .batchSize(100_000);
        var total = 0L;
        var byValue = new HashMap<String, Map<String, Long>>();
        FACETS.forEach(facet -> byValue.put(facet, new HashMap<>()));
        for (var group : groups) {
            var values = group.getString("_id").split("\u001f", -1);
            var count = group.get("count", Number.class).longValue();
            var isChosen = subjects.isEmpty() || subjects.contains(values[FACETS.indexOf("subject")]);
            total += isChosen ? count : 0;
            for (int facet = 0; facet < values.length; facet++) {
                var name = FACETS.get(facet);
                if (!values[facet].isEmpty() && (isChosen || name.equals("subject"))) {
                    Objects.requireNonNull(byValue.get(name)).merge(values[facet], count, Long::sum);
                }
            }
        }
        return Objects.hash(total, byValue);
    }

    private ActivityFilter filter(int call, int days, Set<String> subjects, String text, boolean county) {
        return filter(at(MyWeek.day(call)), days, subjects, text, county ? Set.of(county(call)) : Set.of());
    }

    private static ActivityFilter filter(
            Instant from, int days, Set<String> subjects, String text, Set<String> regions) {
        return new ActivityFilter(
                from,
                from.plus(Duration.ofDays(days)),
                regions,
                Set.of(),
                Set.of(),
                subjects,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                text);
    }

    private int bare(int call, int days, Set<String> subjects, String text, boolean county) {
        var found = new ArrayList<>(window(call, days));
        if (county) {
            found.add(Filters.eq("places", "region:" + county(call)));
        }
        if (!subjects.isEmpty()) {
            found.add(Filters.in("subject", subjects));
        }
        found.add(holding(text));
        return activities
                .find(Filters.and(found))
                .sort(Sorts.ascending("startsAt", "_id"))
                .limit(PAGE)
                .into(new ArrayList<>())
                .size();
    }

    private Bson holding(String text) {
        var words = sounds.holding("tokens", TextTokens.words(text)).values();
        return words.isEmpty() ? Filters.empty() : Filters.and(words);
    }

    private static List<Bson> window(int call, int days) {
        var from = MyWeek.day(call);
        return List.of(
                Filters.gte("startsAt", Date.from(at(from))),
                Filters.lt("startsAt", Date.from(at(from.plusDays(days)))));
    }

    private static Instant around(int day) {
        return at(Province.FIRST_MONDAY.plusWeeks(Province.WEEKS / 2).plusDays(day));
    }

    private String county(int call) {
        return counties.get(call % counties.size());
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(Province.ZONE).toInstant();
    }
}
