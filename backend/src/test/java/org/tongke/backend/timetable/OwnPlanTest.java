package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.timetable.Lesson.at;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongke.calendar.InstantRange;

/** Where an own entry stands. */
class OwnPlanTest {
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(Lesson.ZONE);

    @Test
    void standsOnceWhereItBegins() {
        assertThat(places(once(), "2021-03-08", "2021-03-14")).containsExactly("03-10 23:30");
        assertThat(places(once(), "2021-03-11", "2021-03-14"))
                .as("where it only ends")
                .isEmpty();
        assertThat(places(once(), "2021-03-15", "2021-03-21")).isEmpty();
    }

    @Test
    void comesAgainEachWeekFromItsFirstTimeOn() {
        assertThat(places(weekly(null), "2021-03-01", "2021-03-07")).isEmpty();
        assertThat(places(weekly(null), "2021-03-08", "2021-03-28"))
                .containsExactly("03-10 23:30", "03-17 23:30", "03-24 23:30");
        assertThat(places(weekly(null), "2099-12-28", "2099-12-31")).containsExactly("12-30 23:30");
    }

    @ParameterizedTest
    @CsvSource({"2021-03-23, 2", "2021-03-24, 3", "2021-03-10, 1"})
    void endsOnItsLastDay(LocalDate until, int times) {
        assertThat(places(weekly(until), "2021-03-01", "2021-12-31")).hasSize(times);
    }

    @Test
    void standsInEachWeekOnceWhateverIsAsked() {
        for (var day = LocalDate.parse("2021-03-08"); day.getYear() < 2023; day = day.plusDays(7)) {
            assertThat(weekly(null).in(InstantRange.ofDays(day, day.plusDays(6), Lesson.ZONE), Lesson.ZONE))
                    .as("%s", day)
                    .hasSize(1);
        }
    }

    private static List<String> places(OwnPlan plan, String first, String last) {
        var range = InstantRange.ofDays(LocalDate.parse(first), LocalDate.parse(last), Lesson.ZONE);
        return plan.in(range, Lesson.ZONE)
                .map(entry -> SHORT.format(entry.startsAt()))
                .toList();
    }

    private static OwnPlan once() {
        return plan(false, null);
    }

    private static OwnPlan weekly(@Nullable LocalDate until) {
        return plan(true, until);
    }

    private static OwnPlan plan(boolean weekly, @Nullable LocalDate until) {
        return new OwnPlan(
                "1",
                1,
                "值夜",
                null,
                null,
                OwnColour.BLUE,
                at("2021-03-10 23:30"),
                at("2021-03-11 06:00"),
                weekly,
                until);
    }
}
