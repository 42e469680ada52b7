package org.tongke.backend.evidence;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.tongke.backend.community.Community;

/**
 * For whom a file speaks.
 *
 * @param communityIds raw ids of the communities
 * @param places keys of their schools and their regions
 */
record ClaimedFor(List<String> communityIds, Collection<String> places) {

    ClaimedFor {
        communityIds = List.copyOf(communityIds);
        places = List.copyOf(places);
    }

    static ClaimedFor of(Collection<Community> communities) {
        var places = new LinkedHashSet<String>();
        communities.forEach(community -> places.addAll(community.places()));
        return new ClaimedFor(communities.stream().map(Community::id).sorted().toList(), places);
    }
}
