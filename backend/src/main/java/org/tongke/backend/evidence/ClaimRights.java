package org.tongke.backend.evidence;

import java.util.Set;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;

/** For whom it is to say what a file proves, and to take it back. */
final class ClaimRights {
    /** What the county itself issues: the list of communities and the plan of assessment (annex 2, 一). */
    private static final Set<String> ISSUED_BY_COUNTY = Set.of("1.1", "1.2");

    private ClaimRights() {}

    /** Whether it is for somebody to say that a file proves a criterion of a community. */
    static boolean mayClaim(Viewer viewer, Placed community, String criterion) {
        return viewer.grants().stream()
                .anyMatch(grant -> mayClaim(grant.role(), criterion) && covers(grant, community));
    }

    /** Whether it is for somebody to upload a document of a county for several communities. */
    static boolean mayIssue(Viewer viewer, String countyCode) {
        return viewer.grants().contains(Grant.at(Role.COUNTY_OFFICER, PlaceKey.region(countyCode)));
    }

    /** Whether a county issues documents for a criterion. */
    static boolean isIssued(String criterion) {
        return ISSUED_BY_COUNTY.contains(criterion);
    }

    /** Whether it is for somebody to withdraw, replace and edit evidence: for whoever might have uploaded it. */
    static boolean mayChange(Viewer viewer, Evidence evidence) {
        var county = evidence.countyCode();
        return county == null ? mayClaim(viewer, evidence, evidence.criterion()) : mayIssue(viewer, county);
    }

    private static boolean mayClaim(Role role, String criterion) {
        return role == Role.CLERK || (role == Role.COUNTY_OFFICER && isIssued(criterion));
    }

    private static boolean covers(Grant grant, Placed community) {
        var place = grant.place();
        return place != null && community.places().contains(place.value());
    }
}
