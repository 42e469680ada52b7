package org.tongke.backend.activity;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        var missed = EnumSet.noneOf(ActivityFacet.class);
        chosen.forEach((facet, wanted) -> {
            if (!meets(wanted, group.values().get(facet))) {
                missed.add(facet);
            }
        });
        if (missed.isEmpty()) {
            total += group.count();
        }
        group.values().forEach((facet, value) -> {
            if (missed.isEmpty() || missed.size() == 1 && missed.contains(facet)) {
                byValue.computeIfAbsent(facet, _ -> new TreeMap<>()).merge(value, group.count(), Long::sum);
            }
        });
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
    record Group(Map<ActivityFacet, String> values, long count) {
        /** Stands between values, which hold no control characters. */
        private static final String BETWEEN = "\u001f";

        /** The key that activities have in common which are alike in all facets: their values, in the order of the facets. */
        static String keyOf(Activity activity, @Nullable String county) {
            return Stream.of(ActivityFacet.values())
                    .map(facet -> switch (facet) {
                        case COUNTY -> county;
                        case SUBJECT -> activity.subjectCode();
                        case GRADE -> activity.gradeCode();
                        case KIND -> activity.kindCode();
                        case SUPPLIER -> activity.key().supplier();
                        case STATE -> activity.state().name();
                    })
                    .map(value -> value == null ? "" : value)
                    .collect(Collectors.joining(BETWEEN));
        }

        /** The activities with a key. */
        static Group of(String key, long count) {
            var values = new EnumMap<ActivityFacet, String>(ActivityFacet.class);
            var parts = key.split(BETWEEN, -1);
            for (var facet : ActivityFacet.values()) {
                var value = parts[facet.ordinal()];
                if (!value.isEmpty()) {
                    values.put(facet, value);
                }
            }
            return new Group(values, count);
        }
    }
}
