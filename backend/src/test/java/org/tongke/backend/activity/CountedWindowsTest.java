package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;

/** Windows with very many activities are remembered for a moment. */
class CountedWindowsTest {
    private static final Instant MONDAY = Instant.parse("2026-10-04T16:00:00Z");

    private final CountedWindows windows = new CountedWindows();
    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void areCountedOnceWhateverIsChosenInThem() {
        assertThat(count(filter(7, Set.of()), 6_000)).isEqualTo(6_000);
        assertThat(count(filter(7, Set.of("MATHEMATICS")), 6_001)).isEqualTo(6_000);
        assertThat(count(filter(8, Set.of()), 7_000)).isEqualTo(7_000);
        assertThat(counted).hasValue(2);
    }

    @Test
    void areCountedAnewWhileTheyHoldLittle() {
        assertThat(count(filter(7, Set.of()), 4_999)).isEqualTo(4_999);
        assertThat(count(filter(7, Set.of()), 5_000)).isEqualTo(5_000);
        assertThat(counted).hasValue(2);
    }

    @Test
    void areNothingButWindowsForSomebodyWhoMayLookEverywhere() {
        assertThat(CountedWindows.isWindow(filter(7, Set.of("MATHEMATICS")), Scope.EVERYWHERE))
                .isTrue();
        assertThat(CountedWindows.isWindow(filter(7, Set.of()), Scope.of(List.of(PlaceKey.region("3303")))))
                .isFalse();
        assertThat(CountedWindows.isWindow(filter("数学", Set.of(), Set.of()), Scope.EVERYWHERE))
                .isFalse();
        assertThat(CountedWindows.isWindow(filter("", Set.of("school"), Set.of()), Scope.EVERYWHERE))
                .isFalse();
        assertThat(CountedWindows.isWindow(filter("", Set.of(), Set.of("community")), Scope.EVERYWHERE))
                .isFalse();
    }

    @Test
    void keepsWhatIsNotKnownApartFromWhatIs() {
        var group = Tally.Group.of("330382\u001f\u001f5\u001fOFFLINE_RESEARCH\u001fcloud\u001fPLANNED", 3);
        assertThat(group.values())
                .isEqualTo(Map.of(
                        ActivityFacet.COUNTY,
                        "330382",
                        ActivityFacet.GRADE,
                        "5",
                        ActivityFacet.KIND,
                        "OFFLINE_RESEARCH",
                        ActivityFacet.SUPPLIER,
                        "cloud",
                        ActivityFacet.STATE,
                        "PLANNED"));
    }

    private long count(ActivityFilter filter, long found) {
        return windows
                .get(filter, () -> {
                    counted.incrementAndGet();
                    return List.of(new Tally.Group(Map.of(), found));
                })
                .stream()
                .mapToLong(Tally.Group::count)
                .sum();
    }

    private static ActivityFilter filter(int days, Set<String> subjects) {
        return new ActivityFilter(
                MONDAY,
                MONDAY.plusSeconds(days * 86_400L),
                Set.of(),
                Set.of(),
                Set.of(),
                subjects,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                "");
    }

    private static ActivityFilter filter(String text, Set<String> schools, Set<String> communities) {
        return new ActivityFilter(
                MONDAY,
                MONDAY.plusSeconds(86_400),
                Set.of(),
                schools,
                communities,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                text);
    }
}
