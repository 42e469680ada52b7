package org.tongke.backend.exchange;

import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ApplyOutcome;

/**
 * What became of one row of a batch.
 *
 * @param index place of the row in the batch, from 0
 * @param externalId the supplier's id of the activity; null where it cannot be read
 * @param result what became of it
 * @param problem what is wrong; null unless quarantined or refused
 */
public record RowOutcome(
        int index,
        @Nullable String externalId,
        RowResult result,
        @Nullable RowProblem problem) {

    public RowOutcome {
        var isKeptOrRefused = result == RowResult.QUARANTINED || result == RowResult.REFUSED;
        if (isKeptOrRefused != (problem != null)) {
            throw new IllegalArgumentException(result + " with " + problem);
        }
    }

    static RowOutcome of(int index, ActivityKey key, RowResult result) {
        return new RowOutcome(index, key.externalId(), result, null);
    }

    /** @param problem where its path begins in the row */
    static RowOutcome of(int index, ActivityKey key, RowResult result, RowProblem problem) {
        return new RowOutcome(index, key.externalId(), result, problem.inRow(index));
    }

    /** What the timetable says to a report. */
    static RowOutcome of(int index, ActivityKey key, ApplyOutcome outcome) {
        return switch (outcome) {
            case ApplyOutcome.Applied _ -> of(index, key, RowResult.APPLIED);
            case ApplyOutcome.Unchanged _ -> of(index, key, RowResult.UNCHANGED);
            case ApplyOutcome.Older _ -> of(index, key, RowResult.OLDER);
            case ApplyOutcome.RevisionReused reused ->
                of(index, key, RowResult.REFUSED, RowProblem.revisionReused(reused.revision()));
        };
    }
}
