package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.timetable.Lesson.lesson;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Taught, added, followed, hidden: what counts more. */
class WantedActivityTest {
    private static final Instant NOW = Lesson.at("2021-03-01 12:00");
    private static final String DAY = "2021-03-10";

    private final Lesson lesson = lesson("1", "城关", "2021-03-10 09:50").series("分数");

    @Test
    void isShownForTheFirstReasonThatHolds() {
        var follower = Follower.of("城关");
        assertThat(follower.sees(DAY, lesson)).containsExactly("03-10 09:50 PLANNED 1 via 城关");
        assertThat(follower.with(add()).sees(DAY, lesson)).containsExactly("03-10 09:50 PLANNED 1 via 城关 ADDED");
        assertThat(follower.with(add()).teaching("school:山村小学").sees(DAY, lesson))
                .containsExactly("03-10 09:50 PLANNED 1 via 城关 TEACHING");
    }

    @Test
    void isShownThoughNothingIsFollowed() {
        assertThat(Follower.of().sees(DAY, lesson)).isEmpty();
        assertThat(Follower.of().teaching("school:山村小学").sees(DAY, lesson))
                .containsExactly("03-10 09:50 PLANNED 1 via  TEACHING");
        assertThat(Follower.of().with(add()).sees(DAY, lesson)).containsExactly("03-10 09:50 PLANNED 1 via  ADDED");
    }

    @Test
    void isSeenWhereItWentWhenItWasAdded() {
        var moved = lesson("1", "城关", "2021-03-10 09:50").moved("柳市", "2021-03-11 14:00");
        assertThat(Follower.of().with(added -> added.add(moved.activity(), NOW)).sees(DAY, moved))
                .containsExactly(
                        "03-10 09:50 MOVED_AWAY → 03-11 14:00 1 via  ADDED",
                        "03-11 14:00 MOVED_HERE ← 03-10 09:50 1 via  ADDED");
    }

    @Test
    void hasNoPlaceWhenItIsHidden() {
        var moved = lesson("1", "城关", "2021-03-10 09:50").movedTo("2021-03-11 14:00");
        var follower = Follower.of("城关").teaching("school:山村小学");
        assertThat(follower.with(picked -> picked.add(moved.activity(), NOW).hide(moved.activity(), NOW))
                        .sees(DAY, moved, lesson("2", "城关", "2021-03-12 08:00")))
                .containsExactly("03-12 08:00 PLANNED 2 via 城关 TEACHING");
    }

    @Test
    void isHiddenWithItsSeriesUnlessItWasAdded() {
        var follower = Follower.of("城关").with(picked -> picked.hideSeries("series:platform:分数"));
        assertThat(follower.sees(DAY, lesson)).isEmpty();
        assertThat(follower.with(add()).sees(DAY, lesson)).containsExactly("03-10 09:50 PLANNED 1 via 城关 ADDED");
        assertThat(follower.with(picked -> picked.showSeries("series:platform:分数"))
                        .sees(DAY, lesson))
                .hasSize(1);
    }

    private UnaryOperator<Selection> add() {
        return picked -> picked.add(lesson.activity(), NOW);
    }
}
