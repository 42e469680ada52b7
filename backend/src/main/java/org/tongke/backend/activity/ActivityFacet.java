package org.tongke.backend.activity;

/** What activities of the grand timetable can be told apart by, with how many there are of each. */
public enum ActivityFacet {
    /** Value: code of the county. */
    COUNTY,
    /** Value: code of the subject. */
    SUBJECT,
    /** Value: code of the grade. */
    GRADE,
    /** Value: code of the kind. */
    KIND,
    /** Value: raw id of the supplier. */
    SUPPLIER,
    /** Value: name of the {@link ActivityState}. */
    STATE
}
