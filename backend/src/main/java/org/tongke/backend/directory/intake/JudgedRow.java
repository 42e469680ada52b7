package org.tongke.backend.directory.intake;

import java.util.List;
import java.util.TreeMap;
import org.tongke.backend.base.mongo.FieldChange;

/**
 * A row and what becomes of it.
 *
 * @param given the row
 * @param outcome what becomes of it
 * @param label what it is about, for a person
 * @param changes what it changes, old → new
 * @param problems why it cannot be taken; empty if it can
 * @param isWritten whether it was entered
 */
public record JudgedRow(
        GivenEntry given,
        ImportOutcome outcome,
        String label,
        List<FieldChange> changes,
        List<RowProblem> problems,
        boolean isWritten) {

    public JudgedRow {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /** Name of its sheet; empty for a text. */
    public String sheet() {
        return given.sheet();
    }

    /** Its number in the sheet, from 1. */
    public int number() {
        return given.number();
    }

    /** In a line, for the fingerprint of the dry run. */
    String line() {
        return given.place() + " " + outcome + " " + new TreeMap<>(given.cells()) + " " + changes;
    }

    JudgedRow failed(RowProblem problem) {
        return new JudgedRow(given, ImportOutcome.PROBLEM, label, changes, List.of(problem), false);
    }
}
