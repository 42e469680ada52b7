package org.tongke.backend.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.RegionKind;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;

/** Looks up where roles hold. */
@Component
class GrantPlaces {
    private final Regions regions;
    private final Schools schools;

    GrantPlaces(Regions regions, Schools schools) {
        this.regions = regions;
        this.schools = schools;
    }

    /** The places of some roles. One round trip if one of them is a school, else none. */
    Known of(Collection<Grant> grants) {
        var keys = grants.stream()
                .map(Grant::place)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var ids =
                keys.stream().filter(key -> !key.isRegion()).map(PlaceKey::raw).collect(Collectors.toSet());
        var found = ids.isEmpty() ? Map.<String, School>of() : schools.findAll(ids, Scope.EVERYWHERE);
        var places = new HashMap<PlaceKey, KnownPlace>();
        for (var key : keys) {
            if (key.isRegion()) {
                regions.find(key.raw())
                        .ifPresent(region ->
                                places.put(key, new KnownPlace(region.name(), region.kind(), region.places())));
            } else {
                Optional.ofNullable(found.get(key.raw()))
                        .ifPresent(school -> places.put(key, new KnownPlace(school.name(), null, school.places())));
            }
        }
        return new Known(places);
    }

    /**
     * A place as it stands in the directory.
     *
     * @param kind what region it is; null for a school
     * @param places its own key and those of all regions above
     */
    record KnownPlace(String name, @Nullable RegionKind kind, Collection<String> places) {
        boolean fits(Role role) {
            return switch (role) {
                case PROVINCE_OFFICER -> kind == RegionKind.PROVINCE;
                case CITY_OFFICER -> kind == RegionKind.CITY;
                case COUNTY_OFFICER -> kind != null && kind != RegionKind.PROVINCE && kind != RegionKind.CITY;
                case RESOURCE_CENTRE -> kind != null;
                case CLERK, TEACHER -> kind == null;
                case SUPPLIER, DEVELOPER, ADMINISTRATOR -> false;
            };
        }
    }

    /** Places by their keys; those that are not there are missing. */
    record Known(Map<PlaceKey, KnownPlace> byKey) {

        Optional<KnownPlace> find(Grant grant) {
            return Optional.ofNullable(grant.place()).flatMap(key -> Optional.ofNullable(byKey.get(key)));
        }

        /** Keys of the places of some roles, with all regions above. */
        Collection<String> placesOf(List<Grant> grants) {
            var places = new LinkedHashSet<String>();
            for (var grant : grants) {
                if (grant.place() != null) {
                    places.add(grant.place().value());
                }
                find(grant).ifPresent(place -> places.addAll(place.places()));
            }
            return List.copyOf(places);
        }

        /** A role for the history, as in {@code CLERK 乐清市实验小学}. */
        String words(Grant grant) {
            var where = find(grant)
                    .map(KnownPlace::name)
                    .or(() -> Optional.ofNullable(grant.place()).map(PlaceKey::value))
                    .or(() -> Optional.ofNullable(grant.supplier()));
            return grant.role() + where.map(name -> " " + name).orElse("");
        }

        String words(List<Grant> grants) {
            return grants.stream().map(this::words).collect(Collectors.joining(", "));
        }
    }
}
