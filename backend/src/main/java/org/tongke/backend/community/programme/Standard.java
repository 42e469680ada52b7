package org.tongke.backend.community.programme;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a community must show in a programme (annex 2), by mode. Every mode is either asked or assessed locally.
 *
 * @param assessedLocally modes the standard asks nothing of: the places assess them themselves (annex 1, notes, 三.2)
 * @param modes the criteria of the other modes, in the notice's order
 */
public record Standard(Set<Mode> assessedLocally, Map<Mode, List<Criterion>> modes) {

    public Standard {
        assessedLocally = Set.copyOf(assessedLocally);
        modes = copy(modes);
        var known = EnumSet.allOf(Mode.class);
        known.removeAll(assessedLocally);
        if (!known.equals(modes.keySet())) {
            throw new IllegalArgumentException("criteria are needed for " + known + ", not for " + modes.keySet());
        }
        modes.forEach(Standard::refuseRepeatedIds);
    }

    /** The criteria of a mode; none where it is assessed locally. */
    public List<Criterion> criteria(Mode mode) {
        return modes.getOrDefault(mode, List.of());
    }

    /** The ids of the criteria of all modes together, in order. */
    public List<String> criterionIds() {
        return modes.values().stream()
                .flatMap(List::stream)
                .map(Criterion::id)
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<Mode, List<Criterion>> copy(Map<Mode, List<Criterion>> modes) {
        var copy = new EnumMap<Mode, List<Criterion>>(Mode.class);
        modes.forEach((mode, criteria) -> copy.put(mode, List.copyOf(criteria)));
        return Collections.unmodifiableMap(copy);
    }

    private static void refuseRepeatedIds(Mode mode, List<Criterion> criteria) {
        if (criteria.stream().map(Criterion::id).distinct().count() != criteria.size()) {
            throw new IllegalArgumentException(mode + " has a criterion twice");
        }
    }
}
