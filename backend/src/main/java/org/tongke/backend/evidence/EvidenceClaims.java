package org.tongke.backend.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;

/** The evidence: what others may ask and do. */
@Component
public class EvidenceClaims {
    /** Name of the list of a community's evidence for page requests. */
    public static final String LIST = "evidence";

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    /** The evidence with a raw id. */
    public Optional<Evidence> find(String id, Scope scope) {
        throw new UnsupportedOperationException(id + scope);
    }

    /** Evidence of a community, the newest first. */
    public Connection<Evidence> list(String communityId, Optional<String> criterion, PageRequest page, Scope scope) {
        throw new UnsupportedOperationException(communityId + criterion + page + scope);
    }

    /** All evidence of some communities. One round trip. */
    public List<Evidence> findByCommunities(Collection<String> communityIds, Scope scope) {
        throw new UnsupportedOperationException(communityIds.toString() + scope);
    }
}
