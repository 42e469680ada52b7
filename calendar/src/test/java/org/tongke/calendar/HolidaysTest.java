package org.tongke.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

    private final Holidays holidays = Holidays.published();

    /** Days by the calendar year they fall in, so 31 December 2022 is among those of 2022. */
    @ParameterizedTest
    @CsvSource({"2021,31,7", "2022,32,7", "2023,28,7", "2024,28,8", "2025,28,5", "2026,33,6"})
    void hasTheDaysOffAndMadeUpOfEachYear(int year, long daysOff, long madeUp) {
        assertThat(days(year).filter(day -> holidays.of(day) instanceof DayKind.Holiday))
                .hasSize((int) daysOff);
        assertThat(days(year).filter(day -> holidays.of(day) instanceof DayKind.MakeUp))
                .hasSize((int) madeUp);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-11,春节,2021-02-20",
        "2021-10-01,国庆节,2021-10-09",
        "2022-05-04,劳动节,2022-05-07",
        "2023-10-06,国庆节,2023-10-08",
        "2024-02-10,春节,2024-02-18",
        "2025-01-28,春节,2025-02-08",
        "2026-02-16,春节,2026-02-28"
    })
    void namesTheHolidayAndTheDayMadeUpForIt(LocalDate off, String name, LocalDate madeUp) {
        assertThat(holidays.of(off)).isEqualTo(new DayKind.Holiday(name));
        assertThat(holidays.of(madeUp)).isEqualTo(new DayKind.MakeUp(name));
    }

    @Test
    void takesTheLastDayOfTheYearFromTheNextYearsNotice() {
        assertThat(holidays.of(LocalDate.of(2022, 12, 31))).isEqualTo(new DayKind.Holiday("元旦"));
    }

    @Test
    void leavesOtherDaysToTheWeek() {
        assertThat(holidays.of(LocalDate.of(2021, 9, 3))).isEqualTo(new DayKind.SchoolDay());
        assertThat(holidays.of(LocalDate.of(2021, 9, 4))).isEqualTo(new DayKind.Weekend());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-12-31", "2027-01-01", "2027-03-06"})
    void decidesNothingForAYearWithoutNotice(LocalDate day) {
        assertThat(holidays.of(day)).isEqualTo(new DayKind.Unknown());
    }

    @Test
    void knowsADayThatOnlyTheNextYearsNoticeNames() {
        var onlyNext = Holidays.read(List.of("date,kind,name,notice_year", "2022-12-31,HOLIDAY,元旦,2023"));
        assertThat(onlyNext.of(LocalDate.of(2022, 12, 31))).isEqualTo(new DayKind.Holiday("元旦"));
        assertThat(onlyNext.of(LocalDate.of(2022, 12, 30))).isEqualTo(new DayKind.Unknown());
        assertThat(onlyNext.years()).containsExactly(2023);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-13-01,HOLIDAY,元旦,2021",
                "2021-01-01,FREE,元旦,2021",
                "2021-01-01,HOLIDAY,,2021",
                "2021-01-01,HOLIDAY,元旦",
                "2021-01-01,HOLIDAY,元旦,next",
                "2021-01-04,MAKE_UP,元旦,2021",
                "2020-01-01,HOLIDAY,元旦,2020"
            })
    void namesTheLineThatIsNoDayOfANotice(String line) {
        var lines = List.of("date,kind,name,notice_year", "2020-01-01,HOLIDAY,元旦,2020", line);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holidays.read(lines))
                .withMessageStartingWith("line 3: ");
    }

    @Test
    void asksForItsHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holidays.read(List.of("2020-01-01,HOLIDAY,元旦,2020")))
                .withMessageStartingWith("line 1: ");
    }

    private static Stream<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }
}
