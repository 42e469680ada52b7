package org.tongke.backend.exchange;

import org.tongke.backend.activity.ActivityReport;

/** A well written row after what it names was looked up. */
sealed interface ResolvedRow {

    /** Everything was found. */
    record Complete(ActivityReport report) implements ResolvedRow {}

    /** Something is not known here yet. */
    record Incomplete(RowProblem problem) implements ResolvedRow {}
}
