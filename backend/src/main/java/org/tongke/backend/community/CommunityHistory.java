package org.tongke.backend.community;

import java.util.List;

/**
 * What has changed in a community since it was entered.
 *
 * @param community the community as it stands
 * @param revision how often it was written
 * @param steps what changed, the oldest first
 */
public record CommunityHistory(Community community, long revision, List<CommunityStep> steps) {
    public CommunityHistory {
        steps = List.copyOf(steps);
    }

    /** Whether something was said before. */
    boolean holds(CommunityStep step) {
        return steps.stream().anyMatch(step::saysAs);
    }
}
