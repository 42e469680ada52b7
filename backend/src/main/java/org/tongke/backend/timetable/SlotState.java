package org.tongke.backend.timetable;

/** What stands at an entry's place in the week. */
public enum SlotState {
    /** The activity stands here. */
    PLANNED,
    /** The activity stood here and was called off. */
    CANCELLED,
    /** The activity stood here and was moved away. */
    MOVED_AWAY,
    /** The activity was moved here. */
    MOVED_HERE
}
