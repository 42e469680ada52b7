package org.tongke.backend.base.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The states of facts that were given out lately, so that none comes twice or after a later one. */
final class Delivered {
    private final Map<String, State> states = new HashMap<>();

    /** Whether a state has not been given out; then it counts as given out. */
    boolean add(FeedEntry entry) {
        var key = entry.collection() + ":" + entry.id();
        var state = new State(entry.revision(), entry.changedAt());
        var last = states.get(key);
        if (last != null && !state.isAfter(last)) {
            return false;
        }
        states.put(key, state);
        return true;
    }

    /** Forgets states that were written before a time and so are not met again. */
    void forgetBefore(Instant time) {
        states.values().removeIf(state -> state.changedAt().isBefore(time));
    }

    private record State(long revision, Instant changedAt) {
        /** A lower revision that was written later belongs to a document that was deleted and made anew. */
        private boolean isAfter(State other) {
            return revision > other.revision || changedAt.isAfter(other.changedAt);
        }
    }
}
