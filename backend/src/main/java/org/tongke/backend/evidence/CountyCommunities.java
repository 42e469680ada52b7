package org.tongke.backend.evidence;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Programme;

/** Which communities a document of a county speaks for. */
@Component
class CountyCommunities {
    private final Communities communities;

    CountyCommunities(Communities communities) {
        this.communities = communities;
    }

    /**
     * The communities that are named, or all that are new ones of the programme now. A list, not a rule: what a document says does not
     * grow with communities that are formed after it; they are added by hand.
     *
     * @param ids raw ids of those named; what lies in another county, or is not there, is missing in the answer
     */
    List<Community> find(String countyCode, Optional<List<String>> ids, Programme programme) {
        return ids.map(named -> communities.findAll(named, Scope.EVERYWHERE).values().stream()
                        .filter(community -> community.countyCode().equals(countyCode))
                        .toList())
                .orElseGet(() -> communities.findNew(countyCode, programme));
    }
}
