package org.tongke.backend.community.roster;

/** How far a roster has come. */
public enum RosterState {
    /** The county works on it, or has not begun. */
    DRAFT,
    /** The county handed it in; the city has not rolled it up yet. */
    SUBMITTED,
    /** The city rolled it up. Nothing in it is changed any more, unless it is reopened. */
    LOCKED
}
