package org.tongke.backend.timetable.notice;

/** What a notice tells of. */
public enum NoticeAbout {
    /** Changes of activities of one's own timetable. */
    LESSONS,
    /** What was pushed to one's school, and what others say of what one shares. */
    RESOURCES,
    /** What others say is wrong with one's lessons, and what was done about what one said oneself. */
    CORRECTIONS
}
