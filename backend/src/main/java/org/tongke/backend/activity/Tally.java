package org.tongke.backend.activity;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts by value from groups of activities that are alike in all facets. Pure. */
final class Tally {
    private final Map<ActivityFacet, Set<String>> chosen = new EnumMap<>(ActivityFacet.class);
    private final Map<ActivityFacet, Map<String, Long>> byValue = new EnumMap<>(ActivityFacet.class);
    private final ActivityFilter filter;
    private long total;

    /** @param counties codes of the counties that the filter's regions stand for */
    Tally(ActivityFilter filter, Set<String> counties) {
        this.filter = filter;
        chosen.put(ActivityFacet.COUNTY, counties);
        chosen.put(ActivityFacet.SUBJECT, filter.subjectCodes());
        chosen.put(ActivityFacet.GRADE, filter.gradeCodes());
        chosen.put(ActivityFacet.KIND, filter.kindCodes());
        chosen.put(ActivityFacet.SUPPLIER, filter.supplierIds());
        chosen.put(
                ActivityFacet.STATE,
                filter.states().stream().map(ActivityState::name).collect(Collectors.toSet()));
        for (var facet : ActivityFacet.values()) {
            byValue.put(facet, new TreeMap<>());
        }
    }

    /** A group counts for a facet if it meets what is chosen of all other facets. */
    void add(Group group) {
        var missed = missed(group.values());
        if (missed.isEmpty()) {
            total += group.count();
        }
        for (var facet : ActivityFacet.values()) {
            var value = group.values().get(facet);
            if (value != null && (missed.isEmpty() || missed.equals(Set.of(facet)))) {
                byValue.computeIfAbsent(facet, _ -> new TreeMap<>()).merge(value, group.count(), Long::sum);
            }
        }
    }

    private Set<ActivityFacet> missed(Map<ActivityFacet, String> values) {
        return chosen.entrySet().stream()
                .filter(choice -> !meets(choice.getValue(), values.get(choice.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean meets(Collection<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }

    ActivityCounts done() {
        return new ActivityCounts(total, byValue, filter);
    }

    /**
     * Activities that are alike in all facets.
     *
     * @param values their values; a facet of which they have none is missing
     * @param count how many there are
     */
    record Group(Map<ActivityFacet, String> values, long count) {}
}
