package org.tongke.backend.push;

/** What became of a push. */
public enum PushState {
    /** It waits for its time. */
    PLANNED,
    /** Its schools are being written down; nobody sees it yet. */
    DELIVERING,
    /** Its schools see it. */
    DELIVERED,
    /** It was taken back. */
    RECALLED
}
