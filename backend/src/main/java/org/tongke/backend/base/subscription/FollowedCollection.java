package org.tongke.backend.base.subscription;

/** A collection of facts whose changes can be subscribed to. The store that owns it implements this. */
public interface FollowedCollection {
    /** Name of the collection, as in {@code activities}. */
    String name();
}
