package org.tongke.backend.community.roster;

/**
 * What can be wrong with a roster, with its place in the notice where the notice says so. The words stand in the message files under
 * {@code roster.problem.KIND} and {@code roster.fix.KIND}.
 */
public enum ProblemKind {
    /** No sheet has a column for core schools beside one for member schools (annex 4). */
    NO_HEAD(Severity.ERROR),
    /** The form names no community. */
    NO_COMMUNITIES(Severity.ERROR),
    /** A sheet that is not the form, as one with notes. */
    SHEET_SKIPPED(Severity.NOTE),
    /** A sheet that programs for tables do not show. */
    SHEET_HIDDEN(Severity.NOTE),
    /** Rows below or between the communities: remarks, sums. */
    REMARKS_SKIPPED(Severity.NOTE),
    /** A row that programs for tables do not show is read all the same. */
    ROW_HIDDEN(Severity.WARNING),
    /** A formula counts as what it gave when the file was kept. */
    FORMULA(Severity.WARNING),
    /** A formula that failed. */
    FAULT(Severity.ERROR),
    /** A program for tables has made a day of a name or a code. */
    DAY_FOR_NAME(Severity.ERROR),
    /** A member school without a core school above it. */
    NO_CORE(Severity.ERROR),
    /** A community without a member school. */
    NO_MEMBERS(Severity.ERROR),
    /** More member schools than a community can have. */
    TOO_MANY_MEMBERS(Severity.ERROR),
    /** No mode in the row, nor in one above (annex 4, note 2). */
    MODE_MISSING(Severity.ERROR),
    /** No mode in the row, so the one above counts. */
    MODE_FROM_ABOVE(Severity.WARNING),
    /** Collaborative communities are no part of the task (annex 1, note 二.1; annex 4, note 2). */
    MODE_COLLABORATIVE(Severity.ERROR),
    /** Neither 融合型 nor 共建型 (annex 4, note 2). */
    MODE_UNKNOWN(Severity.ERROR),
    /** Rows of one core school name different modes. */
    MODES_DIFFER(Severity.ERROR),
    /** No school of the county has this full name (annex 4, note 2). */
    SCHOOL_UNKNOWN(Severity.ERROR),
    /** Several schools of the county have this name. */
    SCHOOL_AMBIGUOUS(Severity.ERROR),
    /** The school lies in another county: a community lies in one (县域内; annex 1, note 二.1). */
    SCHOOL_ELSEWHERE(Severity.ERROR),
    /** More than one school in the cell of the core school. */
    SEVERAL_CORES(Severity.ERROR),
    /** A former name or a code instead of the full name as on the seal (annex 4, note 2). */
    NOT_FULL_NAME(Severity.WARNING),
    /** Rural schools take part as member schools only (annex 1, note 二.4). */
    RURAL_CORE(Severity.ERROR),
    /** Urban schools take part as core schools only (annex 1, note 二.4). */
    URBAN_MEMBER(Severity.ERROR),
    /** The core school is named among its own member schools. */
    CORE_IS_MEMBER(Severity.ERROR),
    /** A community names a member school twice; it counts once. */
    MEMBER_TWICE(Severity.WARNING),
    /** A core school stands in two places; its member schools are taken together. */
    CORE_TWICE(Severity.WARNING),
    /** A school belongs to a second community without a reason: paired schools are counted as really many (annex 1, note 二.2). */
    SECOND_MEMBERSHIP(Severity.ERROR),
    /** The same with a reason. */
    SECOND_WITH_REASON(Severity.WARNING),
    /** The school has its membership in the roster of another county. */
    OTHER_ROSTER(Severity.ERROR),
    /** The row says another city or county than the roster's (annex 4). */
    ROW_OF_OTHER_COUNTY(Severity.ERROR),
    /** The school is a member of a merged or co-built community already, so it is not new (annex 1, note 二.1). */
    NOT_NEW(Severity.WARNING),
    /** Fewer member schools than the county must at least reach (annex 1, note 二.3). */
    BELOW_MEMBERS(Severity.WARNING),
    /** Fewer paired schools, counted as really many, than the county must at least reach (annex 1, notes 二.2 and 二.3). */
    BELOW_PAIRED(Severity.WARNING),
    /** The notice gives the county no task (annex 4, note 3). */
    NO_TASK(Severity.NOTE);

    /** How much it matters. */
    public enum Severity {
        /** The table is not taken as long as this is so. */
        ERROR,
        /** Somebody should look. */
        WARNING,
        /** What was done with a part of the table that is no community. */
        NOTE
    }

    private final Severity severity;

    ProblemKind(Severity severity) {
        this.severity = severity;
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }
}
