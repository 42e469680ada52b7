package org.tongke.backend.community.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be done by a day (annex 3 and the notice's body).
 *
 * @param id number in annex 3, such as {@code 1.3.1}
 * @param fromOn day from which it is to be worked on
 * @param dueOn last day on which it is done in time
 * @param sharePercent share of a unit's new communities that must operate normally and be verified by then, 1 to 100; null where the notice
 *     names none
 * @param kind what shows that it is done
 * @param level who is responsible
 * @param responsible who is responsible, as printed
 * @param place place in the notice
 * @param what what must be done
 */
public record Milestone(
        String id,
        LocalDate fromOn,
        LocalDate dueOn,
        @Nullable Integer sharePercent,
        Kind kind,
        Level level,
        String responsible,
        String place,
        Wording what) {

    /** What shows that a milestone is reached. */
    public enum Kind {
        /** The county's list of planned communities is submitted (annex 4). */
        ROSTER,
        /** The city has sent the lists of its counties on. */
        ROLL_UP,
        /** The target's member schools belong to communities that are formed by a published document (annex 2, 一(一)). */
        FORMATION,
        /** The county's assessment plan speaks for all new communities (annex 2, 一(二)). */
        ASSESSMENT_PLAN,
        /** A share of the new communities operates normally and is verified. */
        OPERATION,
        /** Nothing that is recorded here. */
        OTHER
    }

    /** Whose duty a milestone is. */
    public enum Level {
        /** The province's department. */
        PROVINCE,
        /** The bureaus of the cities. */
        CITY,
        /** The bureaus of the counties. */
        COUNTY,
        /** An institution that evaluates on the province's behalf (第三方). */
        THIRD_PARTY
    }

    public Milestone {
        if (dueOn.isBefore(fromOn)) {
            throw new IllegalArgumentException(id + " is due before it begins");
        }
        if (sharePercent != null && (sharePercent < 1 || sharePercent > 100)) {
            throw new IllegalArgumentException(id + " asks for a share of " + sharePercent);
        }
        if ((kind == Kind.OPERATION) != (sharePercent != null)) {
            throw new IllegalArgumentException(id + " asks for a share, or is shown by one, but not both");
        }
    }

    Milestone plusYears(int years) {
        return new Milestone(
                id,
                fromOn.plusYears(years),
                dueOn.plusYears(years),
                sharePercent,
                kind,
                level,
                responsible,
                place,
                what);
    }
}
