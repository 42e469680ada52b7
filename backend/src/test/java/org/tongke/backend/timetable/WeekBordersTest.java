package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.timetable.Lesson.lesson;

import org.junit.jupiter.api.Test;

/** A week runs from Monday's first moment in Shanghai, which is Sunday afternoon in London. */
class WeekBordersTest {
    private final Follower teacher = Follower.of("城关");

    @Test
    void sundayAtTenToMidnightStillBelongsToTheWeek() {
        var lesson = lesson("1", "城关", "2021-03-14 23:50");
        assertThat(teacher.sees("2021-03-08", lesson)).containsExactly("03-14 23:50 PLANNED 1 via 城关");
        assertThat(teacher.sees("2021-03-15", lesson)).isEmpty();
    }

    @Test
    void mondayAtMidnightBelongsToTheNextWeek() {
        var lesson = lesson("1", "城关", "2021-03-15 00:00");
        assertThat(teacher.sees("2021-03-14", lesson)).isEmpty();
        assertThat(teacher.sees("2021-03-21", lesson)).containsExactly("03-15 00:00 PLANNED 1 via 城关");
    }

    @Test
    void overMidnightIsAMoveBetweenWeeks() {
        var lesson = lesson("1", "城关", "2021-03-14 23:50").movedTo("2021-03-15 00:00");
        assertThat(teacher.sees("2021-03-14", lesson)).containsExactly("03-14 23:50 MOVED_AWAY → 03-15 00:00 1 via 城关");
        assertThat(teacher.sees("2021-03-15", lesson)).containsExactly("03-15 00:00 MOVED_HERE ← 03-14 23:50 1 via 城关");
    }

    @Test
    void newYearsWeekHoldsDaysOfBothYears() {
        assertThat(teacher.sees(
                        "2021-01-01",
                        lesson("1", "城关", "2020-12-31 23:50"),
                        lesson("2", "城关", "2021-01-03 23:59"),
                        lesson("3", "城关", "2021-01-04 00:00")))
                .containsExactly("12-31 23:50 PLANNED 1 via 城关", "01-03 23:59 PLANNED 2 via 城关");
    }
}
