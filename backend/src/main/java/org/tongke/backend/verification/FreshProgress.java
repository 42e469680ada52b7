package org.tongke.backend.verification;

import java.util.List;
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
        recomputation.recompute(List.of(id.communityId()));
        return Optional.ofNullable(store.findAll(List.of(id), Scope.EVERYWHERE).get(id));
    }
}
