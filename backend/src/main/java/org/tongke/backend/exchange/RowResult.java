package org.tongke.backend.exchange;

/** What became of a row. */
public enum RowResult {
    /** Written: it was new or newer. */
    APPLIED,
    /** Nothing to write: this revision, with this content, is here already. */
    UNCHANGED,
    /** Not written: a newer revision is here already, or in the same batch. */
    OLDER,
    /** Kept aside with its reason. */
    QUARANTINED,
    /** Not taken: the row itself is wrong. */
    REFUSED
}
