package org.tongke.backend.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongke.backend.exchange.ReportedRow;
import org.tongke.calendar.Holidays;

/** The demo is alive on any day. */
class DemoTimetableTest {
    private static final int AFTERNOON = 15;

    private final DemoTimetable timetable = new DemoTimetable(Holidays.published(), ZoneId.of("Asia/Shanghai"));

    @Test
    void hasSomethingMovedSomethingCalledOffAndSomethingToComeOnEveryDay() {
        LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2028, 1, 1)).forEach(day -> {
            var planned = byId(timetable.firstPlan(day));
            var changed = byId(timetable.changes(day));
            assertThat(planned.keySet()).as("%s", day).containsAll(changed.keySet());
            assertThat(changed.values().stream().filter(Shown::cancelled))
                    .as("%s", day)
                    .hasSize(1);
            assertThat(changed.entrySet().stream()
                            .filter(row -> !row.getValue().cancelled())
                            .filter(row -> !row.getValue()
                                    .startsAt()
                                    .equals(Objects.requireNonNull(planned.get(row.getKey()))
                                            .startsAt())))
                    .as("%s", day)
                    .hasSize(1);
            planned.putAll(changed);
            // after school, too: nobody opens a demo whose day is over
            assertThat(planned.values().stream()
                            .filter(row -> !row.cancelled())
                            .filter(row -> row.startsAt().getHour() >= AFTERNOON))
                    .as("%s", day)
                    .isNotEmpty();
        });
    }

    private static Map<String, Shown> byId(List<ReportedRow> rows) {
        return rows.stream()
                .map(row -> new Shown(
                        String.valueOf(row.externalId()),
                        "CANCELLED".equals(row.state()),
                        OffsetDateTime.parse(String.valueOf(row.startsAt()))))
                .collect(Collectors.toMap(Shown::id, Function.identity()));
    }

    private record Shown(String id, boolean cancelled, OffsetDateTime startsAt) {}
}
