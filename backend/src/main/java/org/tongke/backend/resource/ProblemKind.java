package org.tongke.backend.resource;

/** What is wrong with a resource. */
public enum ProblemKind {
    /** Something in it is wrong. */
    MISTAKE,
    /** It is somebody else's. */
    RIGHTS,
    /** It is not fit for pupils. */
    UNFIT,
    /** It cannot be opened. */
    BROKEN,
    /** Something else. */
    OTHER
}
