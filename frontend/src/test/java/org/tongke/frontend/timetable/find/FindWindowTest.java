package org.tongke.frontend.timetable.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.frontend.timetable.find.FindWindow.Span;

class FindWindowTest {

    @ParameterizedTest
    @CsvSource({
        "DAY,     2026-11-28, 2026-11-28, 2026-11-28",
        "STRETCH, 2026-11-28, 2026-11-28, 2026-12-04",
        "WEEK,    2026-11-28, 2026-11-23, 2026-11-29",
        "WEEK,    2026-11-23, 2026-11-23, 2026-11-29",
        "WEEK,    2027-01-01, 2026-12-28, 2027-01-03",
        "MONTH,   2026-11-28, 2026-11-01, 2026-11-30",
        "MONTH,   2028-02-10, 2028-02-01, 2028-02-29",
    })
    void isLaidOverTheCalendar(Span span, LocalDate day, LocalDate from, LocalDate to) {
        var window = FindWindow.of(span, day);

        assertThat(window).isEqualTo(new FindWindow(from, to));
        assertThat(window.span()).isEqualTo(span);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28, 2026-11-28, 2026-11-27, 2026-11-27, 2026-11-29, 2026-11-29",
        "2026-11-23, 2026-11-29, 2026-11-16, 2026-11-22, 2026-11-30, 2026-12-06",
        "2026-11-28, 2026-12-04, 2026-11-21, 2026-11-27, 2026-12-05, 2026-12-11",
        "2026-01-01, 2026-01-31, 2025-12-01, 2025-12-31, 2026-02-01, 2026-02-28",
        "2026-02-01, 2026-02-28, 2026-01-01, 2026-01-31, 2026-03-01, 2026-03-31",
        "2026-11-10, 2026-11-12, 2026-11-07, 2026-11-09, 2026-11-13, 2026-11-15",
    })
    void goesToAndFro(
            LocalDate from,
            LocalDate to,
            LocalDate fromBefore,
            LocalDate toBefore,
            LocalDate fromAfter,
            LocalDate toAfter) {
        var window = new FindWindow(from, to);

        assertThat(window.previous()).isEqualTo(new FindWindow(fromBefore, toBefore));
        assertThat(window.next()).isEqualTo(new FindWindow(fromAfter, toAfter));
        assertThat(window.next().previous()).isEqualTo(window);
    }

    @Test
    void hasADayTheSameWay() {
        var day = LocalDate.of(2026, 12, 3);

        assertThat(new FindWindow(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 12)).at(day))
                .isEqualTo(new FindWindow(day, LocalDate.of(2026, 12, 5)));
        assertThat(FindWindow.of(Span.WEEK, LocalDate.of(2026, 11, 28)).at(day))
                .isEqualTo(FindWindow.of(Span.WEEK, day));
    }

    @Test
    void isAMonthAndADayAtTheWidest() {
        var wide = FindWindow.of(Span.DAY, LocalDate.of(2026, 2, 1)).widest();

        assertThat(wide.days()).isEqualTo(31);
        assertThat(wide.to()).isEqualTo(LocalDate.of(2026, 3, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28, 2026-11-27",
        "2026-11-01, 2026-12-02",
        "1999-12-31, 2000-01-01",
        "2100-12-31, 2101-01-01",
    })
    void isNoneOther(LocalDate from, LocalDate to) {
        assertThat(FindWindow.find(from, to)).isEmpty();
        assertThatThrownBy(() -> new FindWindow(from, to)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staysAtTheEndsOfTime() {
        var first = FindWindow.of(Span.DAY, LocalDate.of(2000, 1, 1));
        var last = FindWindow.of(Span.MONTH, LocalDate.of(2100, 12, 1));

        assertThat(first.previous()).isEqualTo(first);
        assertThat(last.next()).isEqualTo(last);
        assertThat(new FindWindow(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 3)).span())
                .isEqualTo(Span.STRETCH);
    }
}
