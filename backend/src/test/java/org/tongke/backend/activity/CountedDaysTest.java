package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.support.StoresTest;
import org.tongke.backend.support.TestClock;

/** A day with many activities is known beforehand; one with few is counted when it is asked for. */
@StoresTest
class CountedDaysTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.parse("2026-10-05");
    private static final int MANY = CountedDays.MANY + 100;

    private final TestClock clock = new TestClock();
    private MongoCollection<Document> activities;
    private GrandTimetableStore store;
    private CountedDays days;
    private int asked;

    @BeforeEach
    void open(MongoDatabase database) {
        clock.set("2026-10-05T10:00:00+08:00");
        activities = database.getCollection(ActivityStore.COLLECTION);
        store = new GrandTimetableStore(database) {
            @Override
            Map<String, Long> group(List<CountedDays.Stretch> stretches) {
                asked++;
                return super.group(stretches);
            }
        };
        days = new CountedDays(store, ZONE, clock);
    }

    @Test
    void isKnownWithManyOnceItWasAskedFor() {
        add(0, MANY);
        add(1, MANY);
        assertThat(count(0, 2)).isEqualTo(2 * MANY);
        settle();
        asked = 0;
        assertThat(count(0, 1)).isEqualTo(MANY);
        assertThat(count(0, 2)).isEqualTo(2 * MANY);
        assertThat(asked).isZero();
    }

    @Test
    void isCountedWhenItIsAskedForWithFew() {
        add(0, MANY);
        add(1, 3);
        assertThat(count(0, 2)).isEqualTo(MANY + 3);
        settle();
        asked = 0;
        add(1, 1);
        assertThat(count(0, 2)).isEqualTo(MANY + 4);
        assertThat(asked).isOne();
    }

    @Test
    void isKnownWithManyWhichWereFew() {
        add(0, 3);
        count(0, 1);
        settle();
        tell(add(0, MANY));
        settle();
        asked = 0;
        assertThat(count(0, 1)).isEqualTo(MANY + 3);
        assertThat(asked).isZero();
    }

    @Test
    void isCountedAgainAfterAWrite() {
        add(0, MANY);
        count(0, 1);
        settle();
        tell(add(0, 1));
        assertThat(count(0, 1)).isEqualTo(MANY);
        settle();
        assertThat(count(0, 1)).isEqualTo(MANY + 1);
    }

    @Test
    void isNeverOlderThanSomeSeconds() {
        add(0, MANY);
        count(0, 1);
        settle();
        tell(add(0, 1));
        clock.advance(Duration.ofSeconds(CountedDays.SECONDS));
        assertThat(count(0, 1)).isEqualTo(MANY + 1);
    }

    @Test
    void isKnownAroundTodayBeforeAnybodyAsks() {
        add(-7, MANY);
        add(31, MANY);
        add(32, MANY);
        settle();
        asked = 0;
        assertThat(count(-7, 1) + count(31, 1)).isEqualTo(2 * MANY);
        assertThat(asked).isZero();
        assertThat(count(32, 1)).isEqualTo(MANY);
        assertThat(asked).isOne();
    }

    @Test
    void isCountedWithFewOthersAtATime() {
        var turns = new ArrayList<Integer>();
        do {
            asked = 0;
            days.due();
            turns.add(asked);
        } while (asked > 0);
        assertThat(turns).containsExactly(12, 12, 12, 3, 0);
    }

    @Test
    void isCountedOnceInAnyWindow() {
        var random = new Random(7);
        for (int day = 0; day < 14; day++) {
            add(day, day % 3 == 0 ? MANY : 1 + random.nextInt(20));
        }
        count(0, 14);
        settle();
        tell(add(3, 1));
        clock.advance(Duration.ofSeconds(CountedDays.SECONDS));
        for (int window = 0; window < 40; window++) {
            var from = begin(-1).plus(Duration.ofMinutes(random.nextInt(10 * 1_440)));
            var until = from.plus(Duration.ofMinutes(random.nextInt(6 * 1_440)));
            assertThat(sums(days.find(from, until)))
                    .as("%s to %s", from, until)
                    .isEqualTo(sums(store.group(filter(from, until), List.of(), Scope.EVERYWHERE)));
        }
        assertThat(count(-1, 16)).isEqualTo(activities.countDocuments());
    }

    private Document add(int day, int count) {
        var before = (int) activities.countDocuments();
        var added = IntStream.range(before, before + count)
                .mapToObj(number -> new Document("_id", day + "-" + number)
                        .append(
                                "startsAt",
                                Date.from(begin(day)
                                        .plusSeconds(
                                                number * 7L % Duration.ofDays(1).toSeconds())))
                        .append(
                                "facets",
                                "330382\u001fCHINESE\u001fG%d\u001fLESSON\u001fcloud\u001fPLANNED"
                                        .formatted(1 + number % 6)))
                .toList();
        activities.insertMany(added);
        return added.getFirst();
    }

    private void settle() {
        do {
            asked = 0;
            days.due();
        } while (asked > 0);
    }

    private void tell(Document written) {
        days.on(List.of(new FeedEntry(ActivityStore.COLLECTION, written)));
    }

    private long count(int day, int many) {
        return sums(days.find(begin(day), begin(day + many))).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Map<Map<ActivityFacet, String>, Long> sums(Collection<Tally.Group> groups) {
        var sums = new HashMap<Map<ActivityFacet, String>, Long>();
        groups.forEach(group -> sums.merge(group.values(), group.count(), Long::sum));
        return sums;
    }

    private static ActivityFilter filter(Instant from, Instant until) {
        return GrandTimetableTest.window(from, until);
    }

    private static Instant begin(int day) {
        return MONDAY.plusDays(day).atStartOfDay(ZONE).toInstant();
    }
}
