package org.tongke.backend.access;

import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.who.Role;

/**
 * A row of a table of people, and what comes of it.
 *
 * @param number as programs for tables show it
 * @param role null if it is none
 * @param column where the problem is, as in {@code B}; null if there is none
 * @param problem what is wrong and how to mend it; null if nothing is
 * @param startCode told once; null if it has not become an account just now
 */
public record ImportedRow(
        int number,
        String name,
        String signInName,
        @Nullable Role role,
        Outcome outcome,
        @Nullable String column,
        @Nullable Phrase problem,
        @Nullable String startCode) {

    /** What comes of a row. */
    public enum Outcome {
        ADD,
        ADDED,
        UNCHANGED,
        PROBLEM
    }

    ImportedRow as(Outcome other, @Nullable String code) {
        return new ImportedRow(number, name, signInName, role, other, null, null, code);
    }

    ImportedRow wrong(String where, String key, Object... arguments) {
        return new ImportedRow(
                number,
                name,
                signInName,
                role,
                Outcome.PROBLEM,
                where,
                new Phrase("access.import." + key, arguments),
                null);
    }
}
