package org.tongke.backend.community.graphql;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.roster.Reopening;

/** At which stage of a wish to reopen a roster somebody decides: by the role that he or she has at a region above it. */
final class Deciders {

    private Deciders() {}

    static Set<Reopening.Stage> levelsOf(Viewer viewer, Collection<String> places) {
        return viewer.grants().stream()
                .filter(grant -> isAt(grant.place(), places))
                .map(Grant::role)
                .filter(role -> role == Role.CITY_OFFICER || role == Role.PROVINCE_OFFICER)
                .map(role ->
                        role == Role.CITY_OFFICER ? Reopening.Stage.CITY_DECIDES : Reopening.Stage.PROVINCE_DECIDES)
                .collect(Collectors.toSet());
    }

    private static boolean isAt(@Nullable PlaceKey place, Collection<String> places) {
        return place != null && places.contains(place.value());
    }
}
