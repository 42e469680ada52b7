package org.tongke.backend.resource;

/** What resources can be told apart by, with how many there are of each. */
public enum ResourceFacet {
    /** Value: code of the subject. */
    SUBJECT,
    /** Values: codes of the grades. */
    GRADE,
    /** Value: name of the {@link ResourceKind}. */
    KIND,
    /** Value: name of the stage. */
    STAGE,
    /** Values: keys of the groups. */
    GROUP,
    /** Value: raw id of the owner's school. */
    SCHOOL
}
