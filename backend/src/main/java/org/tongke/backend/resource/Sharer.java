package org.tongke.backend.resource;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;

/**
 * A school or a resource centre for which something is shared.
 *
 * @param id as it stands in {@link ResourceOwner#schoolId}
 * @param name name of the school or centre
 * @param regionCode code of the school's county, or of the centre's region
 * @param places keys of the school and its regions, or of the centre's region and those above
 * @param isCentre whether it is a centre
 */
record Sharer(String id, String name, String regionCode, Collection<String> places, boolean isCentre) {

    Sharer {
        places = List.copyOf(places);
    }

    private static Sharer of(School school) {
        return new Sharer(school.id(), school.name(), school.countyCode(), school.places(), false);
    }

    private static Sharer of(Region region) {
        return new Sharer(
                ResourceOwner.idOfCentre(region.code()),
                ResourceOwner.nameOfCentre(region.name()),
                region.code(),
                region.places(),
                true);
    }

    /** Finds them by their ids. */
    @Component
    static class Sharers {
        private final Schools schools;
        private final Regions regions;

        Sharers(Schools schools, Regions regions) {
            this.schools = schools;
            this.regions = regions;
        }

        /** The one with an id, wherever it is. */
        Optional<Sharer> find(String id) {
            return new ResourceOwner("", "", id, "", "")
                    .centre()
                    .map(code -> regions.find(code).map(Sharer::of))
                    .orElseGet(() -> schools.find(id, Scope.EVERYWHERE).map(Sharer::of));
        }

        /** The one with an id, if the scope names its very place: a centre does not share for the schools of its region. */
        Optional<Sharer> find(String id, Scope scope) {
            return find(id).filter(found -> scope.everywhere() || scope.places().contains(keyOf(found)));
        }

        private static String keyOf(Sharer sharer) {
            return (sharer.isCentre() ? PlaceKey.region(sharer.regionCode()) : PlaceKey.school(sharer.id())).value();
        }
    }
}
