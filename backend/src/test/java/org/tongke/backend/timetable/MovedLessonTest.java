package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.timetable.Lesson.lesson;

import org.junit.jupiter.api.Test;

class MovedLessonTest {
    private final Follower teacher = Follower.of("城关");

    @Test
    void withinTheWeekIsSeenWhereItStoodAndWhereItStands() {
        assertThat(teacher.sees(
                        "2021-03-10", lesson("1", "城关", "2021-03-10 09:50").movedTo("2021-03-11 14:00")))
                .containsExactly(
                        "03-10 09:50 MOVED_AWAY → 03-11 14:00 1 via 城关",
                        "03-11 14:00 MOVED_HERE ← 03-10 09:50 1 via 城关");
    }

    @Test
    void outOfTheWeekIsSeenWhereItStood() {
        assertThat(teacher.sees(
                        "2021-03-10", lesson("1", "城关", "2021-03-10 09:50").movedTo("2021-03-17 09:50")))
                .containsExactly("03-10 09:50 MOVED_AWAY → 03-17 09:50 1 via 城关");
    }

    @Test
    void intoTheWeekIsSeenWhereItStands() {
        assertThat(teacher.sees(
                        "2021-03-17", lesson("1", "城关", "2021-03-10 09:50").movedTo("2021-03-17 09:50")))
                .containsExactly("03-17 09:50 MOVED_HERE ← 03-10 09:50 1 via 城关");
    }

    @Test
    void twiceLeavesTwoPlacesThatBothSayWhereItIsNow() {
        var lesson = lesson("1", "城关", "2021-03-08 08:00")
                .movedTo("2021-03-09 08:00")
                .movedTo("2021-03-10 08:00");
        assertThat(teacher.sees("2021-03-10", lesson))
                .containsExactly(
                        "03-08 08:00 MOVED_AWAY → 03-10 08:00 1 via 城关",
                        "03-09 08:00 MOVED_AWAY → 03-10 08:00 1 via 城关",
                        "03-10 08:00 MOVED_HERE ← 03-09 08:00 1 via 城关");
    }

    @Test
    void backDidNotLeaveThePlaceWhereItStandsAgain() {
        var lesson = lesson("1", "城关", "2021-03-08 08:00")
                .movedTo("2021-03-09 08:00")
                .movedTo("2021-03-08 08:00");
        assertThat(teacher.sees("2021-03-10", lesson))
                .containsExactly(
                        "03-08 08:00 MOVED_HERE ← 03-09 08:00 1 via 城关",
                        "03-09 08:00 MOVED_AWAY → 03-08 08:00 1 via 城关");
    }

    @Test
    void toAndFroLeavesAPlaceOnce() {
        var lesson = lesson("1", "城关", "2021-03-08 08:00")
                .movedTo("2021-03-09 08:00")
                .movedTo("2021-03-08 08:00")
                .movedTo("2021-03-09 08:00");
        assertThat(teacher.sees("2021-03-10", lesson))
                .containsExactly(
                        "03-08 08:00 MOVED_AWAY → 03-09 08:00 1 via 城关",
                        "03-09 08:00 MOVED_HERE ← 03-08 08:00 1 via 城关");
    }

    @Test
    void toACommunityThatIsNotFollowedIsSeenWhereItStood() {
        assertThat(teacher.sees(
                        "2021-03-10", lesson("1", "城关", "2021-03-10 09:50").moved("柳市", "2021-03-11 14:00")))
                .containsExactly("03-10 09:50 MOVED_AWAY → 03-11 14:00 1 via 城关");
    }

    @Test
    void toACommunityThatIsNotFollowedAtItsTimeIsSeenToHaveLeft() {
        assertThat(teacher.sees(
                        "2021-03-10", lesson("1", "城关", "2021-03-10 09:50").movedOver("柳市")))
                .containsExactly("03-10 09:50 MOVED_AWAY → 03-10 09:50 1 via 城关");
    }

    @Test
    void fromACommunityThatIsNotFollowedIsSeenWhereItStands() {
        assertThat(teacher.sees(
                        "2021-03-10", lesson("1", "柳市", "2021-03-10 09:50").moved("城关", "2021-03-11 14:00")))
                .containsExactly("03-11 14:00 MOVED_HERE ← 03-10 09:50 1 via 城关");
    }

    @Test
    void fromACommunityThatIsNotFollowedAtItsTimeWasAlwaysThere() {
        assertThat(teacher.sees(
                        "2021-03-10", lesson("1", "柳市", "2021-03-10 09:50").movedOver("城关")))
                .containsExactly("03-10 09:50 PLANNED 1 via 城关");
    }

    @Test
    void betweenTwoFollowedCommunitiesIsSeenInEach() {
        assertThat(Follower.of("柳市", "城关")
                        .sees(
                                "2021-03-10",
                                lesson("1", "城关", "2021-03-10 09:50").moved("柳市", "2021-03-11 14:00")))
                .containsExactly(
                        "03-10 09:50 MOVED_AWAY → 03-11 14:00 1 via 城关",
                        "03-11 14:00 MOVED_HERE ← 03-10 09:50 1 via 柳市");
    }

    @Test
    void betweenTwoFollowedCommunitiesAtItsTimeDidNotLeave() {
        assertThat(Follower.of("柳市", "城关")
                        .sees(
                                "2021-03-10",
                                lesson("1", "城关", "2021-03-10 09:50").movedOver("柳市")))
                .containsExactly("03-10 09:50 PLANNED 1 via 柳市");
    }

    @Test
    void isNotSeenByThoseWhoFollowSomethingElse() {
        assertThat(Follower.of("柳市")
                        .sees(
                                "2021-03-10",
                                lesson("1", "城关", "2021-03-10 09:50").movedTo("2021-03-11 14:00")))
                .isEmpty();
    }
}
