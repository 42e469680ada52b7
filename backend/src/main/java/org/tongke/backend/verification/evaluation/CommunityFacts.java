package org.tongke.backend.verification.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tongke.backend.community.programme.Mode;

/**
 * Everything known of a community that a standard can ask about. The lists may come in any order and hold a fact twice.
 *
 * @param community id of the community
 * @param mode how its schools work together
 * @param core id of the core school
 * @param members ids of the member schools; at least one, the core school not among them
 * @param activities activities in which its schools take part, whenever and of whatever kind
 * @param evidence claims of the community. A document of the county that covers it (annex 2, 一) is to be given as one of them
 * @param exchanges teachers working at its schools
 */
public record CommunityFacts(
        String community,
        Mode mode,
        String core,
        Set<String> members,
        List<ActivityFact> activities,
        List<EvidenceFact> evidence,
        List<ExchangeFact> exchanges) {

    public CommunityFacts {
        if (members.isEmpty() || members.contains(core)) {
            throw new IllegalArgumentException(community + " needs member schools other than its core school");
        }
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        activities = activities.stream().sorted(ActivityFact.ORDER).toList();
        evidence = evidence.stream().sorted(EvidenceFact.ORDER).toList();
        exchanges = exchanges.stream().sorted(ExchangeFact.ORDER).toList();
    }

    /** Which of the schools are of the community, core school or members. */
    SortedSet<String> ownAmong(Set<String> schools) {
        var own = new TreeSet<String>(schools);
        own.removeIf(school -> !school.equals(core) && !members.contains(school));
        return own;
    }
}
