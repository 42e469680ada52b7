package org.tongke.backend.timetable.notice;

/** What a notice tells of. */
public enum NoticeAbout {
    /** Changes of activities of one's own timetable. */
    LESSONS,
    /** What was pushed to one's school, and what others say of what one shares. */
    RESOURCES
}
