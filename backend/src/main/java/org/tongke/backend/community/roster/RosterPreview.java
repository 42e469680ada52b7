package org.tongke.backend.community.roster;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.text.Sha256;

/**
 * What a table would do to a roster.
 *
 * @param roster as it stands
 * @param charset how the table's characters were written, which was guessed; null where nothing was
 * @param rows what it would plan
 * @param head what the head of the form would say
 * @param changes what happens to each planned community: those of the table in its order, then those that it drops
 * @param problems what is wrong, in the order of the table
 */
public record RosterPreview(
        Roster roster,
        @Nullable String charset,
        List<RosterRow> rows,
        FormHead head,
        List<RowChange> changes,
        List<RosterProblem> problems) {
    public RosterPreview {
        rows = List.copyOf(rows);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /** Whether taking the table changes something. */
    public boolean changesAnything() {
        return !head.equals(roster.head())
                || changes.stream().anyMatch(change -> change.kind() != RowChange.Kind.UNCHANGED);
    }

    /** How many things are wrong for which the table is not taken. */
    public int errorCount() {
        return (int) problems.stream().filter(RosterProblem::isError).count();
    }

    /** How many planned communities something happens to. */
    public int count(RowChange.Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** Two previews that would do the same to the same roster have the same one. */
    public String fingerprint() {
        return Sha256.of(roster.id().raw() + "\n" + roster.revision() + "\n" + head + "\n" + errorCount() + "\n"
                + rows.stream().map(RosterRow::toString).collect(Collectors.joining("\n")));
    }
}
