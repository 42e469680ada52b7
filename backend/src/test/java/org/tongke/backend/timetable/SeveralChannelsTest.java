package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.timetable.Lesson.lesson;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeveralChannelsTest {

    @Test
    void bringALessonOnceAndAreNamedAsTheyWereAdded() {
        assertThat(Follower.of("school:山村小学", "柳市", "城关", "school:城关一小")
                        .sees("2021-03-10", lesson("1", "城关", "2021-03-10 09:50")))
                .containsExactly("03-10 09:50 PLANNED 1 via 山村小学 城关 城关一小");
    }

    @Test
    void bringAPlaceThatWasLeftOnce() {
        assertThat(Follower.of("school:山村小学", "城关")
                        .sees(
                                "2021-03-10",
                                lesson("1", "城关", "2021-03-10 09:50").movedTo("2021-03-17 09:50")))
                .containsExactly("03-10 09:50 MOVED_AWAY → 03-17 09:50 1 via 山村小学 城关");
    }

    @Test
    void keepALessonThatLeftOneOfThemAtItsTime() {
        assertThat(Follower.of("school:山村小学", "城关")
                        .sees(
                                "2021-03-10",
                                lesson("1", "城关", "2021-03-10 09:50").movedOver("柳市")))
                .containsExactly("03-10 09:50 PLANNED 1 via 山村小学");
    }

    @Test
    void areNamedUpToTen() {
        var schools = IntStream.range(0, 20).mapToObj("%02d小"::formatted).toArray(String[]::new);
        var follower = Follower.of(
                IntStream.range(0, 20).mapToObj("school:%02d小"::formatted).toArray(String[]::new));
        assertThat(follower.sees(
                        "2021-03-10", lesson("1", "城关", "2021-03-10 09:50").schools(schools)))
                .containsExactly("03-10 09:50 PLANNED 1 via 00小 01小 02小 03小 04小 05小 06小 07小 08小 09小");
    }

    @Test
    void bringEntriesInTheOrderOfTheirStartThenOfTheirIds() {
        assertThat(Follower.of("城关", "柳市")
                        .sees(
                                "2021-03-10",
                                lesson("c", "城关", "2021-03-10 09:50"),
                                lesson("b", "柳市", "2021-03-10 09:50"),
                                lesson("a", "城关", "2021-03-12 08:00").movedTo("2021-03-09 08:00"),
                                lesson("d", "城关", "2021-03-08 08:00")))
                .containsExactly(
                        "03-08 08:00 PLANNED d via 城关",
                        "03-09 08:00 MOVED_HERE ← 03-12 08:00 a via 城关",
                        "03-10 09:50 PLANNED b via 柳市",
                        "03-10 09:50 PLANNED c via 城关",
                        "03-12 08:00 MOVED_AWAY → 03-09 08:00 a via 城关");
    }

    @Test
    void bringAtMostFiveHundredEntries() {
        var lessons = IntStream.range(0, 300)
                .mapToObj(number -> lesson("%03d".formatted(number), "城关", "2021-03-09 08:00")
                        .movedTo("2021-03-10 08:00"))
                .toArray(Lesson[]::new);
        var entries = Follower.of("城关").sees("2021-03-10", lessons);
        assertThat(entries).hasSize(500).last().isEqualTo("03-10 08:00 MOVED_HERE ← 03-09 08:00 199 via 城关");
    }

    @Test
    void noneBringsNothing() {
        assertThat(Follower.of().sees("2021-03-10", lesson("1", "城关", "2021-03-10 09:50")))
                .isEmpty();
    }
}
