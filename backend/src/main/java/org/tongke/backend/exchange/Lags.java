package org.tongke.backend.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long rows were on their way: rows by seconds. Beyond a minute and a half two digits are kept, so that there are few different
 * ones.
 */
final class Lags {
    private static final int EXACT_BELOW = 100;
    private static final int BASE = 10;

    private final TreeMap<Long, Integer> rowsBySeconds = new TreeMap<>();

    /** A row that was on its way from one instant to another; where clocks differ so that it came before it left, no time. */
    void add(Instant from, Instant to) {
        add(rounded(Math.max(0, Duration.between(from, to).toSeconds())), 1);
    }

    void add(long seconds, int rows) {
        rowsBySeconds.merge(seconds, rows, Integer::sum);
    }

    TreeMap<Long, Integer> rowsBySeconds() {
        return rowsBySeconds;
    }

    /** The time within which a share of the rows came; empty if there are none. */
    Optional<Duration> within(double share) {
        var rows = rowsBySeconds.values().stream().mapToLong(count -> count).sum();
        var wanted = (long) Math.ceil(rows * share);
        var seen = 0L;
        for (var entry : rowsBySeconds.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return Optional.of(Duration.ofSeconds(entry.getKey()));
            }
        }
        return Optional.empty();
    }

    private static long rounded(long seconds) {
        var unit = 1L;
        while (seconds / unit >= EXACT_BELOW) {
            unit *= BASE;
        }
        return Math.ceilDiv(seconds, unit) * unit;
    }
}
