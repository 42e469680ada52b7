package org.tongke.backend.community;

import java.util.List;
import java.util.Objects;

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

    /** Whether the last that was said of the same school, or of the mode, is this. */
    boolean holds(CommunityStep step) {
        return steps.stream()
                .filter(other -> Objects.equals(other.schoolId(), step.schoolId()))
                .reduce((_, later) -> later)
                .filter(step::saysAs)
                .isPresent();
    }
}
