package org.tongke.backend.base.feed;

import java.util.List;
import java.util.Set;

/**
 * Whoever must react to facts. A consumer can be given the same change twice and changes out of order across facts; it never
 * misses the last state of one. Its position is saved after its work.
 */
public interface FeedConsumer {
    /** Name under which the position is kept, as in {@code progress}. Never changed once released. */
    String name();

    /** Collections whose facts it follows. */
    Set<String> collections();

    /** How its work is shared between backends. */
    default Delivery delivery() {
        return Delivery.ONCE;
    }

    /**
     * Reacts to facts that were written, in the order of the feed: at most 200, each once, in its last state. When it throws, it is
     * given them again after a while, and nothing else before.
     */
    void on(List<FeedEntry> entries);

    /**
     * Does what has become due by the clock alone, as a {@code nextDueAt} that has passed. Called every two seconds or so, between
     * changes and never at the same time as {@link #on}; for {@link Delivery#ONCE} by the backend that does the work. Cheap when
     * nothing is due.
     */
    default void due() {}

    /** How a consumer's work is shared between backends. */
    enum Delivery {
        /** One backend at a time does it, from the kept position on; another takes over when that one is gone. */
        ONCE,
        /** Every backend does it, from its own start on: for what lives in the process, as open pages do. */
        EACH
    }
}
