package org.tongke.backend.directory.intake;

/** What becomes of a row. */
public enum ImportOutcome {
    /** What it names is new. */
    ADD,
    /** It says something else than what stands. */
    CHANGE,
    /** It says what stands. */
    UNCHANGED,
    /** It cannot be taken. */
    PROBLEM;

    boolean isWritten() {
        return this == ADD || this == CHANGE;
    }
}
