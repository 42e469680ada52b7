package org.tongke.backend.base.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes to handle in one go.
 *
 * @param entries one for each fact: its last state
 * @param position how far a consumer is when it has handled them
 */
record FeedBatch(List<FeedEntry> entries, FeedPosition position) {
    /** How many entries a consumer is given at once at most. */
    static final int MAXIMUM = 200;

    FeedBatch {
        entries = List.copyOf(entries);
    }

    /** Gathers entries; a later state of a fact takes the place of an earlier one and goes to the end. */
    static final class Gathered {
        private final Map<String, FeedEntry> entries = new LinkedHashMap<>();

        void add(FeedEntry entry) {
            var key = entry.collection() + ":" + entry.id();
            entries.remove(key);
            entries.put(key, entry);
        }

        boolean isFull() {
            return entries.size() >= MAXIMUM;
        }

        FeedBatch at(FeedPosition position) {
            return new FeedBatch(new ArrayList<>(entries.values()), position);
        }
    }
}
