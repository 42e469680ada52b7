package org.tongke.backend.directory.intake;

/** How far an import is. */
public enum ImportState {
    /** It was tried, and nothing is entered. */
    CHECKED,
    /** Some of its rows are entered. */
    RUNNING,
    /** All of its rows are entered that can be. */
    DONE
}
