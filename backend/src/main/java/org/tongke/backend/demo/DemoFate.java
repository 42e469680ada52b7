package org.tongke.backend.demo;

import java.util.List;

/** How far a community of the demo has come with the standard, and what is the matter with it. */
enum DemoFate {
    /** Nothing but what is reported around today. */
    BEGINNING(0),
    /** All is there: it waits for the county. */
    READY(20),
    /** The county found that it meets the standard. */
    VERIFIED(20),
    /** The county sent it back, with a reason at a picture. */
    SENT_BACK(20),
    /** It was sent back, has mended that and waits again. */
    MENDED(20),
    /** Some lessons are lacking. */
    LESSONS_LACKING(9),
    /** Lessons were reported after their end, and no school has said that they took place. */
    LATE(20),
    /** No picture of research. */
    PICTURE_LACKING(20),
    /** Nobody has been exchanged. */
    EXCHANGE_LACKING(20),
    /** The text on research was a wrong file and was withdrawn. */
    WITHDRAWN(20);

    /** Of a county that is to be looked at closely, in the order of its communities: about half of them wait. */
    private static final List<DemoFate> MIXED = List.of(
            READY,
            SENT_BACK,
            READY,
            LESSONS_LACKING,
            READY,
            VERIFIED,
            READY,
            LATE,
            READY,
            PICTURE_LACKING,
            MENDED,
            BEGINNING,
            READY,
            WITHDRAWN,
            READY,
            VERIFIED,
            READY,
            EXCHANGE_LACKING);

    /** Elsewhere one community in so many is past its beginning. */
    private static final int ONE_IN = 9;

    private final int lessons;

    DemoFate(int lessons) {
        this.lessons = lessons;
    }

    /** How many lessons it has had before those around today; research as much as is asked, where it has any. */
    int lessons() {
        return lessons;
    }

    /**
     * That of a new community.
     *
     * @param regionCode code of its county
     * @param number which one it is of its county, from 0
     */
    static DemoFate of(String regionCode, int number) {
        if (regionCode.equals(DemoCounty.COUNTY)) {
            return MIXED.get(number % MIXED.size());
        }
        var shifted = number + Math.floorMod(regionCode.hashCode(), ONE_IN * MIXED.size());
        return shifted % ONE_IN == 0 ? MIXED.get(shifted / ONE_IN % MIXED.size()) : BEGINNING;
    }
}
