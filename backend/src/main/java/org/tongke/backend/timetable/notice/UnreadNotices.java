package org.tongke.backend.timetable.notice;

/**
 * How many notices were not read yet.
 *
 * @param count how many, at most {@value #MOST}
 * @param more whether there are more
 */
public record UnreadNotices(int count, boolean more) {
    /** How many are counted. */
    public static final int MOST = 99;

    static UnreadNotices of(long counted) {
        return new UnreadNotices((int) Math.min(counted, MOST), counted > MOST);
    }
}
