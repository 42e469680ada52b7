package org.tongke.backend.verification.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Milestone;

/**
 * Something that must be done by a day in a region, and how that stands.
 *
 * @param milestone what and by when
 * @param state how it stands
 * @param own whether it is up to the office of the region itself; else to those below, which are counted here
 * @param asked codes of the regions of which it is asked; the region itself where it is its own
 * @param missing codes of those that have not done it
 * @param figures what the sentence on it names
 */
public record Duty(
        Milestone milestone, State state, boolean own, List<String> asked, List<String> missing, Figures figures) {

    /** How it stands. */
    public enum State {
        /** Done by the day. */
        DONE,
        /** Done, but after the day, by one at least. */
        DONE_LATE,
        /** Not done, and the day lies ahead or is today. */
        DUE,
        /** Not done, and the day is over. */
        LATE,
        /** Nobody here has a task. */
        NOTHING_ASKED,
        /** It happens elsewhere, so that only the day is known. */
        DATE_ONLY;

        boolean done() {
            return this == DONE || this == DONE_LATE;
        }

        boolean missing() {
            return this == DUE || this == LATE;
        }
    }

    /**
     * What the sentence names: of an office's own duty.
     *
     * @param present how much is there
     * @param needed how much must be
     * @param doneOn when it was done; null where it is not, or no day is known
     */
    public record Figures(int present, int needed, @Nullable LocalDate doneOn) {
        static final Figures NONE = new Figures(0, 0, null);
    }

    public Duty {
        asked = List.copyOf(asked);
        missing = List.copyOf(missing);
    }
}
