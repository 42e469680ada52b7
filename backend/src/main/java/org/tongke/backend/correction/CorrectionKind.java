package org.tongke.backend.correction;

/** What is wrong with an activity. */
public enum CorrectionKind {
    /** It is at another time. */
    TIME,
    /** It is in another room, or other schools take part. */
    PLACE,
    /** Others teach or attend. */
    TEACHERS,
    /** The address to join at leads nowhere, or elsewhere. */
    JOIN,
    /** It did not take place, or does not. */
    NOT_HELD,
    /** Something else, which is told in words. */
    OTHER
}
