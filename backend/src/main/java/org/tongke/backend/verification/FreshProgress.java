package org.tongke.backend.verification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;

/** Progress that is not a moment behind its facts: for decisions, which must not be taken on what was so seconds ago. */
@Component
public class FreshProgress {
    private final Recomputation recomputation;
    private final ProgressStore store;

    FreshProgress(Recomputation recomputation, ProgressStore store) {
        this.recomputation = recomputation;
        this.store = store;
    }

    /** Progress of a community in a programme after a look at the facts; empty where it is none of its new ones. */
    public Optional<CommunityProgress> look(ProgressId id) {
        return Optional.ofNullable(lookAll(List.of(id)).get(id));
    }

    /** The same for several; those that are none of the new ones are missing. As many round trips as for one, up to a hundred. */
    public Map<ProgressId, CommunityProgress> lookAll(Collection<ProgressId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        recomputation.recompute(ids.stream().map(ProgressId::communityId).toList());
        return store.findAll(ids, Scope.EVERYWHERE);
    }
}
