package org.tongke.backend.activity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.feed.FeedEntry;

/**
 * How many activities that are alike in all facets begin on each day around today, and on others that are looked at: to go through
 * the activities of a month takes longer than anybody waits for a page. Days are counted beforehand, and again soon after the feed
 * tells that an activity of theirs was written. Those with few are counted when they are asked for, so that what was just written is
 * in.
 */
@Component
class CountedDays implements FeedConsumer {
    /** How old what is told of a day with many activities can be. */
    static final int SECONDS = 10;
    /** From how many activities of a day on. */
    static final int MANY = 1_000;
    /** How many days are counted between two looks for others: a tenth of a second's work where they hold 5,000 activities each. */
    static final int AT_ONCE = 12;

    /** What nearly everybody looks at is counted before anybody does. */
    private static final int DAYS_BEFORE = 7;

    private static final int DAYS_AFTER = 31;

    /** Two thousand groups each where a province has a million activities. */
    private static final int MOST_DAYS = 150;
    /** Since a day was last asked for. */
    private static final Duration LONGEST_WITHOUT_USE = Duration.ofMinutes(30);
    /** The feed tells of every write; this is for the day on which it does not. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final GrandTimetableStore store;
    private final ZoneId zone;
    private final Clock clock;
    private final Cache<LocalDate, Day> days = Caffeine.newBuilder()
            .expireAfterAccess(LONGEST_WITHOUT_USE)
            .maximumSize(MOST_DAYS)
            .build();

    CountedDays(GrandTimetableStore store, ZoneId zone, Clock clock) {
        this.store = store;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Groups of the activities that begin in a window. One round trip, none if all its days are known.
     *
     * @param from when the window begins
     * @param until when it is over
     */
    Collection<Tally.Group> find(Instant from, Instant until) {
        var found = new HashMap<String, Long>();
        var unknown = new ArrayList<Stretch>();
        var now = clock.instant();
        for (var date = from.atZone(zone).toLocalDate(); begin(date).isBefore(until); date = date.plusDays(1)) {
            var whole = whole(date);
            var asked = whole.within(from, until);
            var known = asked.equals(whole) ? day(date).told(now) : Optional.<Counted>empty();
            known.ifPresentOrElse(
                    day -> day.groups().forEach((key, count) -> found.merge(key, count, Long::sum)),
                    () -> add(asked, unknown));
        }
        if (!unknown.isEmpty()) {
            store.group(unknown).forEach((key, count) -> found.merge(key, count, Long::sum));
        }
        return found.entrySet().stream()
                .map(group -> Tally.Group.of(group.getKey(), group.getValue()))
                .toList();
    }

    private Day day(LocalDate date) {
        return days.get(date, _ -> new Day());
    }

    /** Adds a stretch, to the last one if it follows that. */
    private static void add(Stretch stretch, List<Stretch> stretches) {
        stretches.add(
                stretches.isEmpty() || !stretches.getLast().until().equals(stretch.from())
                        ? stretch
                        : new Stretch(stretches.removeLast().from(), stretch.until()));
    }

    private Stretch whole(LocalDate date) {
        return new Stretch(begin(date), begin(date.plusDays(1)));
    }

    private Instant begin(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    @Override
    public String name() {
        return "counts";
    }

    @Override
    public Set<String> collections() {
        return Set.of(ActivityStore.COLLECTION);
    }

    @Override
    public Delivery delivery() {
        return Delivery.EACH;
    }

    @Override
    public void on(List<FeedEntry> entries) {
        entries.stream()
                .flatMap(entry -> ActivityDocument.starts(entry.document()))
                .map(start -> start.atZone(zone).toLocalDate())
                .distinct()
                .flatMap(date -> Optional.ofNullable(days.policy().getIfPresentQuietly(date)).stream())
                .forEach(day -> day.isWritten = true);
    }

    /** Counts days that were not yet, or were written since, those first for which that is longest ago. */
    @Override
    public void due() {
        var now = clock.instant();
        var today = now.atZone(zone).toLocalDate();
        today.minusDays(DAYS_BEFORE).datesUntil(today.plusDays(DAYS_AFTER + 1L)).forEach(this::day);
        days.asMap().entrySet().stream()
                .filter(day -> day.getValue().isDue(now))
                .sorted(Comparator.comparing(day -> day.getValue().countedAt()))
                .limit(AT_ONCE)
                .forEach(day -> count(day.getKey(), day.getValue(), now));
    }

    private void count(LocalDate date, Day day, Instant now) {
        day.counted = Counted.of(store.group(List.of(whole(date))), now);
        // only now: had that failed, it would have to be done again
        day.isWritten = false;
    }

    /** A day that was asked for. Its fields are set on the feed's thread alone. */
    private static final class Day {
        private volatile @Nullable Counted counted;
        /** Whether the feed told of a write since it was counted. */
        private volatile boolean isWritten;

        Optional<Counted> told(Instant now) {
            return Optional.ofNullable(counted)
                    .filter(Counted::isMany)
                    .filter(known -> !isWritten || now.isBefore(known.at().plusSeconds(SECONDS)));
        }

        boolean isDue(Instant now) {
            return isWritten || countedAt().plus(LONGEST).isBefore(now);
        }

        Instant countedAt() {
            return Optional.ofNullable(counted).map(Counted::at).orElse(Instant.EPOCH);
        }
    }

    /**
     * A day as it was counted.
     *
     * @param groups how many there are, by the key of their facets
     * @param isMany whether they are as many as are remembered
     */
    private record Counted(Map<String, Long> groups, boolean isMany, Instant at) {
        static Counted of(Map<String, Long> groups, Instant at) {
            var sum = groups.values().stream().mapToLong(Long::longValue).sum();
            return new Counted(groups, sum >= MANY, at);
        }
    }

    /** A stretch of time, without its end. */
    record Stretch(Instant from, Instant until) {
        private Stretch within(Instant begin, Instant end) {
            return new Stretch(from.isBefore(begin) ? begin : from, until.isAfter(end) ? end : until);
        }
    }
}
