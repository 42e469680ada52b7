package org.tongke.backend.community.roster;

import org.jspecify.annotations.Nullable;

/**
 * What a table does to a planned community.
 *
 * @param before as it stands; null for a new one
 * @param after as the table plans it; null for one that it does not plan any more
 * @param place where in the table it begins; null for one that is not there
 */
public record RowChange(
        @Nullable RosterRow before,
        @Nullable RosterRow after,
        @Nullable SheetPlace place) {

    /** What is done to it. */
    public enum Kind {
        ADDED,
        CHANGED,
        DROPPED,
        UNCHANGED
    }

    /** What is done to it. */
    public Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        if (after == null) {
            return Kind.DROPPED;
        }
        return before.isSame(after) ? Kind.UNCHANGED : Kind.CHANGED;
    }
}
