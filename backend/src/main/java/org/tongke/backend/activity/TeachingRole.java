package org.tongke.backend.activity;

/** What a teacher does in an activity. */
public enum TeachingRole {
    /** Teaches. */
    LEADS,
    /** Helps in the classroom at the other end. */
    ASSISTS,
    /** Attends, in research. */
    ATTENDS
}
