package org.tongke.backend.base.feed;

import java.util.Set;

/** Where changes come from. Two strategies with one contract: what is written after a position comes at least once. */
sealed interface Feed permits ChangeStreamFeed, ScanFeed {
    /** Position from which everything comes that is written from now on. */
    FeedPosition now(Set<String> collections);

    /** Begins to read collections from a position on. */
    Reading read(Set<String> collections, FeedPosition from);

    /** One consumer's way through the changes. For one thread. */
    interface Reading extends AutoCloseable {
        /** The next changes; waits for them for less than a second, then the batch is empty. */
        FeedBatch next() throws InterruptedException;

        @Override
        void close();
    }
}
