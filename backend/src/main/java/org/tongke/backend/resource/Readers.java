package org.tongke.backend.resource;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.Schools;

/** Finds out which groups somebody belongs to. */
@Component
class Readers {
    private final Schools schools;
    private final Communities communities;

    Readers(Schools schools, Communities communities) {
        this.schools = schools;
        this.communities = communities;
    }

    /** Who may look in a scope. Two round trips where it has schools, else none. */
    Reader of(Scope scope) {
        if (scope.everywhere()) {
            var province = PlaceKey.region(Regions.PROVINCE).value();
            return new Reader(Map.of(province, Set.of(province)), Set.of());
        }
        var places = scope.places().stream().map(PlaceKey::new).toList();
        var keys = new HashMap<String, Set<String>>();
        places.forEach(place -> keys.put(place.value(), new HashSet<>(Set.of(place.value()))));
        var schoolIds = places.stream()
                .filter(place -> !place.isRegion())
                .map(PlaceKey::raw)
                .collect(Collectors.toSet());
        if (schoolIds.isEmpty()) {
            return new Reader(keys, Set.of());
        }
        schools.findAll(schoolIds, Scope.EVERYWHERE)
                .values()
                .forEach(school -> keysOf(keys, school.id()).add(ResourceGroup.keyOfCounty(school.countyCode())));
        var theirs = communities.findBySchools(schoolIds, Scope.EVERYWHERE);
        theirs.forEach(community -> community.schoolIds().stream()
                .filter(schoolIds::contains)
                .forEach(id -> keysOf(keys, id).add(community.channel())));
        return new Reader(
                keys, theirs.stream().map(community -> community.mode()).collect(Collectors.toSet()));
    }

    private static Set<String> keysOf(Map<String, Set<String>> keys, String schoolId) {
        return keys.computeIfAbsent(PlaceKey.school(schoolId).value(), any -> new HashSet<>());
    }
}
