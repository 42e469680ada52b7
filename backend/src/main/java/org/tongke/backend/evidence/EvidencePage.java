package org.tongke.backend.evidence;

import java.util.Optional;
import java.util.Set;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;

/**
 * A page of a community's evidence.
 *
 * @param communityId raw id of the community
 * @param asked what is asked of it; the same for all communities of a list
 */
public record EvidencePage(String communityId, Asked asked) {

    /**
     * What is asked of a community's evidence.
     *
     * @param criterion only of this criterion
     * @param states only in one of these states
     * @param page which page
     * @param scope where the caller may look
     */
    public record Asked(Optional<String> criterion, Set<EvidenceState> states, PageRequest page, Scope scope) {
        public Asked {
            states = Set.copyOf(states);
        }
    }
}
