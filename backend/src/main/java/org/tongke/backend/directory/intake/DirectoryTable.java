package org.tongke.backend.directory.intake;

/** What a table lists. */
public enum DirectoryTable {
    SCHOOLS,
    TEACHERS
}
