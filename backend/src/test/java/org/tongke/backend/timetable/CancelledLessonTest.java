package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.timetable.Lesson.lesson;

import org.junit.jupiter.api.Test;

class CancelledLessonTest {
    private final Follower teacher = Follower.of("城关");

    @Test
    void isSeenWhereItStood() {
        assertThat(teacher.sees(
                        "2021-03-10", lesson("1", "城关", "2021-03-10 09:50").cancelled()))
                .containsExactly("03-10 09:50 CANCELLED 1 via 城关");
    }

    @Test
    void afterAMoveIsSeenInBothPlaces() {
        var lesson = lesson("1", "城关", "2021-03-10 09:50")
                .movedTo("2021-03-11 14:00")
                .cancelled();
        assertThat(teacher.sees("2021-03-10", lesson))
                .containsExactly("03-10 09:50 MOVED_AWAY → 03-11 14:00 1 via 城关", "03-11 14:00 CANCELLED 1 via 城关");
    }

    @Test
    void outOfTheWeekIsNotSeen() {
        assertThat(teacher.sees(
                        "2021-03-10", lesson("1", "城关", "2021-03-17 09:50").cancelled()))
                .isEmpty();
    }
}
