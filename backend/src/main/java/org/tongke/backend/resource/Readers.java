package org.tongke.backend.resource;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.Schools;

/** Finds out which groups somebody belongs to. */
@Component
class Readers {
    private final Schools schools;
    private final Communities communities;

    private final ObjectProvider<GivenResources> given;

    Readers(Schools schools, Communities communities, ObjectProvider<GivenResources> given) {
        this.schools = schools;
        this.communities = communities;
        this.given = given;
    }

    /** Somebody who may look in a scope. Two round trips where it has schools, and those that find out what is given to them; else none. */
    Reader of(Viewer viewer, Scope scope) {
        return of(Optional.of(viewer), scope);
    }

    /** Anybody who may look in a scope, for what is judged by the school alone. */
    Reader of(Scope scope) {
        return of(Optional.empty(), scope);
    }

    private Reader of(Optional<Viewer> viewer, Scope scope) {
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
        given.forEach(room -> room.of(viewer, schoolIds)
                .forEach((school, ids) -> ids.forEach(id -> keysOf(keys, school).add(Resource.keyOf(id)))));
        return new Reader(
                keys, theirs.stream().map(community -> community.mode()).collect(Collectors.toSet()));
    }

    private static Set<String> keysOf(Map<String, Set<String>> keys, String schoolId) {
        return keys.computeIfAbsent(PlaceKey.school(schoolId).value(), any -> new HashSet<>());
    }
}
