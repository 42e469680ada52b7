package org.tongke.backend.directory.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.FieldChange;

/**
 * A row with what is to be written for it.
 *
 * @param row what becomes of it
 * @param change what is to be written; null for nothing
 */
record Judged<C>(JudgedRow row, @Nullable C change) {

    static <C> Judged<C> problem(GivenEntry given, String label, List<RowProblem> problems) {
        return of(given, ImportOutcome.PROBLEM, label, List.of(), problems, null);
    }

    static <C> Judged<C> unchanged(GivenEntry given, String label) {
        return of(given, ImportOutcome.UNCHANGED, label, List.of(), List.of(), null);
    }

    static <C> Judged<C> added(GivenEntry given, String label, C change) {
        return of(given, ImportOutcome.ADD, label, List.of(), List.of(), change);
    }

    static <C> Judged<C> changed(GivenEntry given, String label, List<FieldChange> changes, C change) {
        return of(given, ImportOutcome.CHANGE, label, changes, List.of(), change);
    }

    private static <C> Judged<C> of(
            GivenEntry given,
            ImportOutcome outcome,
            String label,
            List<FieldChange> changes,
            List<RowProblem> problems,
            @Nullable C change) {
        return new Judged<>(new JudgedRow(given, outcome, label, changes, problems, false), change);
    }
}
