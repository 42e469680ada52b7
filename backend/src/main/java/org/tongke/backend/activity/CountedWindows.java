package org.tongke.backend.activity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tongke.backend.base.who.Scope;

/**
 * Groups of windows that hold very many activities, remembered for a moment: whoever narrows such a window by one value after the
 * other asks for the same groups each time, and so do all who look at this week. Small windows are counted anew, so that what was
 * just written is in.
 */
final class CountedWindows {
    /** How long they are remembered. */
    static final int SECONDS = 10;

    /** From how many activities on. */
    private static final int MANY = 5_000;
    /** Some hundred bytes each. */
    private static final int MOST_GROUPS = 200_000;

    /** A window in which activities begin. */
    private record Window(Instant from, Instant until) {}

    private final Cache<Window, List<Tally.Group>> remembered = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(SECONDS))
            .maximumWeight(MOST_GROUPS)
            .weigher((Window window, List<Tally.Group> groups) -> groups.size())
            .build();

    /** Whether a filter asks for no more than a window beside facets, for somebody who may look everywhere. */
    static boolean isWindow(ActivityFilter filter, Scope scope) {
        return scope.equals(Scope.EVERYWHERE)
                && filter.text().isBlank()
                && filter.schoolIds().isEmpty()
                && filter.communityIds().isEmpty();
    }

    /** The groups of a filter's window. */
    List<Tally.Group> get(ActivityFilter filter, Supplier<List<Tally.Group>> counted) {
        var window = new Window(filter.from(), filter.until());
        return Optional.ofNullable(remembered.getIfPresent(window)).orElseGet(() -> {
            var groups = counted.get();
            if (groups.stream().mapToLong(Tally.Group::count).sum() >= MANY) {
                remembered.put(window, groups);
            }
            return groups;
        });
    }
}
