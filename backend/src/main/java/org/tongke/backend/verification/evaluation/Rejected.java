package org.tongke.backend.verification.evaluation;

import java.util.Comparator;

/** A fact that belongs to a criterion but does not count for it. Of several reasons the one that stands first in {@link Reason} is given. */
public record Rejected(FactRef fact, Reason reason) implements Comparable<Rejected> {

    /** Why a fact does not count. */
    public enum Reason {
        /** The same activity is in the facts already, or the same file already counts for this criterion. */
        DUPLICATE,
        /** The activity was called off. */
        CANCELLED,
        /** Too few schools of the community take part, or the exchange is not from its core school to a member. */
        SCHOOLS_NOT_OF_COMMUNITY,
        /** Schools of the community take part, but the core school does not. */
        CORE_SCHOOL_ABSENT,
        /** It did not start on a day of the programme. */
        OUTSIDE_YEAR,
        /** The activity still lies ahead or goes on. */
        NOT_OVER_YET,
        /** It was reported only after its end, and no school has confirmed it. */
        NOT_CONFIRMED,
        /** The exchange has not begun. */
        NOT_BEGUN_YET,
        /** The exchanged teacher is no backbone teacher. */
        NOT_BACKBONE,
        /** The standard asks for a picture (or document) of each activity, and this one has none. */
        PROOF_MISSING,
        /** The evidence shows an activity that does not count for this criterion. */
        ACTIVITY_NOT_COUNTED,
        /** The criterion asks for no file of this kind. */
        WRONG_KIND
    }

    @Override
    public int compareTo(Rejected other) {
        return Comparator.comparing(Rejected::fact)
                .thenComparing(Rejected::reason)
                .compare(this, other);
    }
}
