package org.tongke.backend.community;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a county's list of planned communities (annex 4) stands.
 *
 * @param state how far it is
 * @param submittedOn the day on which it was first submitted; null as long as it is a draft that never was
 */
public record RosterStanding(State state, @Nullable LocalDate submittedOn) {
    /** A list that nobody has submitted, or none at all. */
    public static final RosterStanding NONE = new RosterStanding(State.DRAFT, null);

    /** How far a list is. */
    public enum State {
        /** The county works on it. */
        DRAFT,
        /** The city has it. */
        SUBMITTED,
        /** It holds, and only a reasoned reopening changes it. */
        LOCKED
    }
}
