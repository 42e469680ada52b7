package org.tongke.backend.exchange;

import java.util.List;

/** Rows of a batch by result. */
public record RowCounts(int applied, int unchanged, int older, int quarantined, int refused) {

    /** Counts the outcomes of a batch. */
    public static RowCounts of(List<RowOutcome> outcomes) {
        return new RowCounts(
                count(outcomes, RowResult.APPLIED),
                count(outcomes, RowResult.UNCHANGED),
                count(outcomes, RowResult.OLDER),
                count(outcomes, RowResult.QUARANTINED),
                count(outcomes, RowResult.REFUSED));
    }

    /** The same with so many rows written at most. */
    RowCounts withAppliedAtMost(int most) {
        return new RowCounts(Math.min(applied, most), unchanged, older, quarantined, refused);
    }

    private static int count(List<RowOutcome> outcomes, RowResult result) {
        return (int)
                outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }
}
