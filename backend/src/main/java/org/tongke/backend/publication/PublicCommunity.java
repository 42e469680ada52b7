package org.tongke.backend.publication;

import java.time.LocalDate;
import java.util.List;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.Region;

/**
 * A verified community, as the public sees it.
 *
 * @param community the community itself, of which the edge shows name and mode
 * @param county its county-level region
 * @param city the city of that
 * @param coreName full name of its core school
 * @param memberNames full names of its member schools
 * @param verifiedOn the day on which its county verified it
 */
public record PublicCommunity(
        Community community,
        Region county,
        Region city,
        String coreName,
        List<String> memberNames,
        LocalDate verifiedOn) {

    public PublicCommunity {
        memberNames = List.copyOf(memberNames);
    }
}
