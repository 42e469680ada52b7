package org.tongke.backend.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How suppliers' reports do: nothing of it is counted up, all is reckoned when it is asked. */
@Component
public class SupplierHealths {
    /** How many days are told, today among them. */
    public static final int DAYS = 14;

    private static final Duration LAST_DAY = Duration.ofDays(1);
    private static final double HALF = 0.5;
    private static final double MOST = 0.95;
    private static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    private final BatchStore batches;
    private final QuarantineStore quarantine;
    private final Clock clock;
    private final ZoneId zone;

    SupplierHealths(BatchStore batches, QuarantineStore quarantine, Clock clock, ZoneId zone) {
        this.batches = batches;
        this.quarantine = quarantine;
        this.clock = clock;
        this.zone = zone;
    }

    /** How each of some suppliers does, by raw id. Four round trips, however many they are. */
    public Map<String, SupplierHealth> findAll(Collection<String> supplierIds) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var from = today.minusDays(DAYS - 1L).atStartOfDay(zone).toInstant();
        var successes = batches.lastSuccesses(supplierIds);
        var days = batches.countsByDay(supplierIds, from, zone);
        var lags = batches.lags(supplierIds, now.minus(LAST_DAY));
        var waiting = quarantine.counts(supplierIds);
        return supplierIds.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> {
            var of = lags.getOrDefault(id, new Lags());
            return new SupplierHealth(
                    now,
                    successes.get(id),
                    of.within(HALF).orElse(null),
                    of.within(MOST).orElse(null),
                    days(today, days.getOrDefault(id, Map.of())),
                    waiting.getOrDefault(id, Map.of()));
        }));
    }

    private static List<DayCounts> days(LocalDate today, Map<LocalDate, DayCounts> found) {
        return IntStream.range(0, DAYS)
                .mapToObj(today::minusDays)
                .map(day -> found.getOrDefault(day, new DayCounts(day, 0, NONE)))
                .toList();
    }
}
