package org.tongke.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * What a load showed.
 *
 * @param perSecond calls a second, of all threads together
 * @param median half of the calls were faster
 * @param p95 19 of 20 calls were faster
 * @param cpu what a call needed of the processors, here and in mongod
 */
record Figures(double perSecond, Duration median, Duration p95, Duration cpu) {

    static Figures of(long[] nanos, Duration wall, Duration spent) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figures(
                sorted.length / (wall.toNanos() / 1e9),
                at(sorted, 0.5),
                at(sorted, 0.95),
                spent.dividedBy(Math.max(1, sorted.length)));
    }

    private static Duration at(long[] sorted, double share) {
        return Duration.ofNanos(sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))]);
    }
}
