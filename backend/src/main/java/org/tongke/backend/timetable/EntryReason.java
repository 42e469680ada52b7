package org.tongke.backend.timetable;

/** Why an activity is in a timetable; where several hold, the first counts. */
public enum EntryReason {
    /** Its owner teaches, helps or attends. */
    TEACHING,
    /** Its owner added it by itself. */
    ADDED,
    /** It touches a followed channel. */
    FOLLOWED
}
