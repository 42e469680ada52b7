package org.tongke.backend.community.roster;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.text.NearestNames;
import org.tongke.backend.directory.FormerName;
import org.tongke.backend.directory.School;

/** The schools of a county by all that they are called: full names, former names, codes, and names that an officer said whose they are. Pure. */
final class CountySchools {
    private static final int MOST_SUGGESTIONS = 3;

    /** Below, a name has nothing in common with what was written. */
    private static final double LEAST_LIKENESS = 0.05;

    private final Map<String, School> byId = new HashMap<>();
    private final Map<String, Set<School>> byFullName = new HashMap<>();
    private final Map<String, Set<School>> byOtherName = new HashMap<>();
    private final Map<String, School> said = new HashMap<>();
    private final NearestNames<School> nearest;

    /**
     * @param schools all schools of the county; those that are closed are no schools any more
     * @param fixes raw ids of the schools that names mean; those of schools elsewhere mean nothing
     */
    CountySchools(List<School> schools, Map<String, String> fixes) {
        var open = schools.stream().filter(school -> school.closedOn() == null).toList();
        for (var school : open) {
            byId.put(school.id(), school);
            put(byFullName, school.name(), school);
            otherNames(school).forEach(name -> put(byOtherName, name, school));
        }
        fixes.forEach((name, id) -> {
            if (byId.containsKey(id)) {
                said.put(Names.normalize(name), byId.get(id));
            }
        });
        nearest = new NearestNames<>(open, School::name);
    }

    private static void put(Map<String, Set<School>> names, String name, School school) {
        names.computeIfAbsent(Names.normalize(name), _ -> new LinkedHashSet<>()).add(school);
    }

    private static Stream<String> otherNames(School school) {
        return Stream.concat(
                Stream.of(school.id()),
                Stream.concat(
                        Stream.ofNullable(school.facts().code()),
                        school.formerNames().stream().map(FormerName::name)));
    }

    /** Whether a name stands for a school, or for several. */
    boolean knows(String name) {
        return !find(name).isEmpty();
    }

    /** The schools that a name stands for; those with this full name before all others. */
    Set<School> find(String name) {
        var normalized = Names.normalize(name);
        if (said.containsKey(normalized)) {
            return Set.of(said.get(normalized));
        }
        var full = byFullName.getOrDefault(normalized, Set.of());
        return full.isEmpty() ? byOtherName.getOrDefault(normalized, Set.of()) : full;
    }

    /** Whether a name is the full name of a school, or somebody said whose it is. */
    boolean isFullName(String name) {
        var normalized = Names.normalize(name);
        return byFullName.containsKey(normalized) || said.containsKey(normalized);
    }

    /** The schools whose names are most like one, the nearest first. */
    List<School> nearest(String name) {
        return nearest.nearest(name, LEAST_LIKENESS, MOST_SUGGESTIONS);
    }
}
