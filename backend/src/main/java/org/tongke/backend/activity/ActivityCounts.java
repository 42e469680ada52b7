package org.tongke.backend.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How many activities there are of each value.
 *
 * @param total how many meet the whole filter
 * @param byValue for each facet the values with how many activities would be found if that value alone were chosen of it, whatever
 *     the filter chooses of it now
 * @param filter what was asked
 */
public record ActivityCounts(long total, Map<ActivityFacet, Map<String, Long>> byValue, ActivityFilter filter) {

    /** Counts of a facet's values. */
    public Map<String, Long> of(ActivityFacet facet) {
        return byValue.getOrDefault(facet, Map.of());
    }

    /**
     * Values in an order, without those that none has; what is chosen stays in sight.
     *
     * @param named makes of a value the one that clients know, with its name
     */
    public static List<FilterCount> list(
            Map<String, Long> counts, Collection<String> order, Set<String> chosen, Function<String, Named> named) {
        var list = new ArrayList<FilterCount>();
        for (var value : order) {
            var count = counts.getOrDefault(value, 0L);
            if (count > 0 || chosen.contains(value)) {
                list.add(new FilterCount(named.apply(value), count));
            }
        }
        return list;
    }

    /**
     * A value as clients know it.
     *
     * @param value a code; of regions a global id
     * @param label its name
     */
    public record Named(String value, String label) {}

    /**
     * How many activities have a value.
     *
     * @param named the value
     * @param found how many there are
     */
    public record FilterCount(Named named, long found) {}
}
