package org.tongke.backend.base.mongo;

import com.mongodb.client.FindIterable;

/**
 * Lets the database answer a query at once, up to the 16 MB of an answer. Left alone it sends 101 documents first and the others only
 * when asked again: a second round trip for a long list.
 */
public final class AtOnce {

    private AtOnce() {}

    /** The query, answered at once. */
    public static <T> FindIterable<T> find(FindIterable<T> found) {
        return found.batchSize(Integer.MAX_VALUE);
    }
}
