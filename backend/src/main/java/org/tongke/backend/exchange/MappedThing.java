package org.tongke.backend.exchange;

/** What a supplier's name can stand for. */
public enum MappedThing {
    /** A subject: mapped to its code. */
    SUBJECT,
    /** A grade: mapped to its code. */
    GRADE,
    /** A school: mapped to its raw id. */
    SCHOOL,
    /** A teacher, within a school: mapped to his or her raw id. */
    TEACHER
}
