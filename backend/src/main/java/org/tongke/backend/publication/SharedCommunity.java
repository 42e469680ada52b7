package org.tongke.backend.publication;

import java.util.List;
import java.util.Optional;
import org.tongke.backend.community.Community;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.deadline.Outlook;

/**
 * A new community, as somebody sees it who has a link.
 *
 * @param community the community itself, of which the edge shows name and mode
 * @param coreName full name of its core school
 * @param memberNames full names of its member schools
 * @param progress what it has and lacks, without facts
 * @param outlook whether it will be ready for the next date
 */
public record SharedCommunity(
        Community community,
        String coreName,
        List<String> memberNames,
        CommunityProgress progress,
        Optional<Outlook> outlook) {

    public SharedCommunity {
        memberNames = List.copyOf(memberNames);
    }
}
