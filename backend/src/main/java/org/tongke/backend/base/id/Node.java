package org.tongke.backend.base.id;

/** A thing that clients can find again by its global id. Its class has the name of its type in the schema. */
public interface Node {
    /** The id as clients see it, before encoding. */
    GlobalId globalId();
}
