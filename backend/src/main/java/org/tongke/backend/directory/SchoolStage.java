package org.tongke.backend.directory;

/** What ages a school teaches 学段; a nine-year school teaches two. */
public enum SchoolStage {
    /** Before school 学前. */
    KINDERGARTEN,
    /** Years 1 to 6 小学. */
    PRIMARY,
    /** Years 7 to 9 初中. */
    JUNIOR,
    /** Years 10 to 12 高中, vocational schools among them. */
    SENIOR
}
