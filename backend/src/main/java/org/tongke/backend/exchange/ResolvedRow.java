package org.tongke.backend.exchange;

import java.util.List;
import org.tongke.backend.activity.ActivityReport;

/** A well written row after what it names was looked up. */
sealed interface ResolvedRow {

    /** Everything was found. */
    record Complete(ActivityReport report) implements ResolvedRow {}

    /**
     * Something is not known here yet.
     *
     * @param waits what the row waits for, as {@link Waits} names it
     */
    record Incomplete(RowProblem problem, List<String> waits) implements ResolvedRow {}
}
