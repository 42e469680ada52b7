package org.tongke.backend.push;

/**
 * What became of a push, counted.
 *
 * @param schools how many schools it went to
 * @param opened in how many of them somebody has opened it
 * @param used in how many of them a lesson uses it
 * @param people how many people of them have opened it
 */
public record PushCounts(int schools, int opened, int used, int people) {
    /** In how many schools nobody has opened it. */
    public int notOpened() {
        return schools - opened;
    }
}
