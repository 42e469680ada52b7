package org.tongke.backend.activity;

/** Whether an activity is to take place. */
public enum ActivityState {
    /** It is planned, running or over. */
    PLANNED,
    /** It was called off. */
    CANCELLED
}
