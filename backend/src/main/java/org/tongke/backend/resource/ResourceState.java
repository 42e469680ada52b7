package org.tongke.backend.resource;

/** Whether a resource can be used. */
public enum ResourceState {
    /** It can. */
    CURRENT,
    /** It was taken back; a stub stays. */
    WITHDRAWN
}
