package org.tongke.backend.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.ErrorCode;

/**
 * How a supplier's reports do, reckoned from the records of its batches and from its quarantine.
 *
 * @param asOf when it was reckoned
 * @param lastSuccessAt when a batch last came of which a row was good; null if none ever did
 * @param lagHalf time from change to timetable within which half of the last day's rows came; null if none was written
 * @param lagMost the same for 95 of 100 rows
 * @param days the last days, today first
 * @param waiting rows in quarantine by what is wrong with them
 */
public record SupplierHealth(
        Instant asOf,
        @Nullable Instant lastSuccessAt,
        @Nullable Duration lagHalf,
        @Nullable Duration lagMost,
        List<DayCounts> days,
        Map<ErrorCode, Integer> waiting) {

    public SupplierHealth {
        days = List.copyOf(days);
        waiting = Map.copyOf(waiting);
    }

    /** Codes of rows in quarantine, the most frequent first. */
    public List<CodeCount> waitingByCode() {
        return waiting.entrySet().stream()
                .map(entry -> new CodeCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((CodeCount count) -> -count.rows())
                        .thenComparing(CodeCount::code))
                .toList();
    }

    /** Rows with the same error. */
    public record CodeCount(ErrorCode code, int rows) {}

    /** How many rows are in quarantine. */
    public int quarantined() {
        return waiting.values().stream().mapToInt(rows -> rows).sum();
    }
}
