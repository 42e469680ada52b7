package org.tongke.backend.base.subscription;

/** A collection of facts whose changes can be subscribed to. The room that offers the subscription implements it. */
public interface FollowedCollection {
    /** Name of the collection, as in {@code activities}. */
    String collection();
}
