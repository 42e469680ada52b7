package org.tongke.backend.verification.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A number a criterion asks for, beside the number that is there.
 *
 * @param of what is counted
 * @param code code of the activity kind, or of the document asked for; empty for members
 * @param pairedWith id of the member school, where it is counted for each pair with the core school; null where it is counted for the community
 * @param needed number needed
 * @param present number that counts; may be more than needed
 */
public record Measure(Quantity of, String code, @Nullable String pairedWith, int needed, int present) {

    /** What a number is a number of. */
    public enum Quantity {
        /** Different subjects of the activities of a kind. */
        SUBJECTS,
        /** Activities of a kind. */
        ACTIVITIES,
        /** Files. */
        DOCUMENTS,
        /** Member schools at which a backbone teacher of the core school works or has worked. */
        MEMBERS
    }

    /** Whether there is as much as is needed. */
    public boolean met() {
        return present >= needed;
    }

    int shortBy() {
        return Math.max(0, needed - present);
    }
}
