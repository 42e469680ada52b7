package org.tongke.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SchoolWeekTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void holdsEveryDayFromItsMondayToItsSunday() {
        for (var day = LocalDate.of(2020, 12, 20); day.isBefore(LocalDate.of(2027, 1, 20)); day = day.plusDays(1)) {
            var week = SchoolWeek.from(day);
            assertThat(week.monday().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(week.days()).hasSize(7).contains(day).allMatch(week::contains);
            assertThat(week.next().previous()).isEqualTo(week).isGreaterThan(week.previous());
        }
    }

    @Test
    void leavesNoDayBetweenItselfAndTheNext() {
        var week = SchoolWeek.from(LocalDate.of(2021, 12, 31));
        assertThat(week.sunday()).isEqualTo("2022-01-02");
        assertThat(week.next().monday()).isEqualTo("2022-01-03");
        assertThat(week.contains(LocalDate.of(2021, 12, 26))).isFalse();
        assertThat(week.contains(LocalDate.of(2022, 1, 3))).isFalse();
    }

    @Test
    void beginsOnAMondayOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SchoolWeek(LocalDate.of(2021, 9, 5)));
    }

    @Test
    void beginsAtMidnightOfTheZone() {
        var range = SchoolWeek.from(LocalDate.of(2021, 9, 8)).instants(SHANGHAI);
        assertThat(range.from()).isEqualTo("2021-09-05T16:00:00Z");
        assertThat(range.until()).isEqualTo("2021-09-12T16:00:00Z");
        assertThat(range.contains(range.from())).isTrue();
        assertThat(range.contains(range.until())).isFalse();
        assertThat(range.contains(range.from().minusNanos(1))).isFalse();
    }

    @Test
    void isAnHourShorterWhereSummerTimeBegins() {
        var range = SchoolWeek.from(LocalDate.of(2021, 3, 28)).instants(ZoneId.of("Europe/Berlin"));
        assertThat(Duration.between(range.from(), range.until())).isEqualTo(Duration.ofHours(7 * 24 - 1));
    }

    @Test
    void overlapsWhatReachesIntoItButNotWhatTouchesItsEdge() {
        var range = SchoolWeek.from(LocalDate.of(2021, 9, 8)).instants(SHANGHAI);
        Instant from = range.from();
        assertThat(range.overlaps(from.minusSeconds(60), from)).isFalse();
        assertThat(range.overlaps(from.minusSeconds(60), from.plusSeconds(1))).isTrue();
        assertThat(range.overlaps(from.minusSeconds(60), range.until().plusSeconds(60)))
                .isTrue();
        assertThat(range.overlaps(from, from)).isTrue();
        assertThat(range.overlaps(range.until(), range.until().plusSeconds(60))).isFalse();
    }

    @Test
    void hasARangeThatRunsForward() {
        var moment = Instant.parse("2021-09-01T00:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> new InstantRange(moment, moment));
    }
}
