package org.tongke.backend.directory.intake;

/** Why a row cannot be taken; the words are under {@code directory.import.problem.KIND.reason} and {@code .fix}. */
public enum ProblemKind {
    HIDDEN_ROW,
    FORMULA,
    MISSING,
    TOO_LONG,
    CODE_IS_DAY,
    CODE_IS_ROUNDED,
    CODE_MALFORMED,
    CODE_OF_ANOTHER,
    CODE_DIFFERS,
    TWICE,
    COUNTY_UNKNOWN,
    COUNTY_AMBIGUOUS,
    COUNTY_OF_OTHER_PROVINCE,
    COUNTY_DIFFERS,
    NOT_YOURS,
    AREA_UNKNOWN,
    STAGE_UNKNOWN,
    POSITION_INCOMPLETE,
    POSITION_OUTSIDE,
    DATUM_UNKNOWN,
    DAY_MALFORMED,
    SCHOOL_UNKNOWN,
    SCHOOL_AMBIGUOUS,
    SUBJECT_UNKNOWN,
    NUMBER_MALFORMED,
    NUMBER_IS_IDENTITY_CARD,
    TEACHER_AMBIGUOUS,
    CHANGED_MEANWHILE
}
