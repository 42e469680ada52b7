package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.timetable.Lesson.at;
import static org.tongke.backend.timetable.Lesson.lesson;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands at the same time. What is seen is a line an entry: {@code 1: 2 3}. */
class ConflictTest {
    private static final String DAY = "2021-03-10";

    @Test
    void isSeenFromBothSides() {
        var follower = Follower.of("城关", "柳市");
        assertThat(conflicts(
                        follower,
                        List.of(),
                        lesson("1", "城关", "2021-03-10 09:50").schools("甲"),
                        lesson("2", "柳市", "2021-03-10 10:29").schools("乙"),
                        lesson("3", "柳市", "2021-03-10 11:09").schools("乙")))
                .containsExactly("1: 2", "2: 1", "3: ");
    }

    @Test
    void isNoneSideBySideOnOneChannelThatIsOnlyFollowed() {
        var one = lesson("1", "城关", "2021-03-10 09:50").schools("甲");
        var other = lesson("2", "城关", "2021-03-10 09:50").schools("乙");
        assertThat(conflicts(Follower.of("城关"), List.of(), one, other)).containsExactly("1: ", "2: ");
        assertThat(conflicts(Follower.of("城关").teaching("school:甲"), List.of(), one, other))
                .containsExactly("1: 2", "2: 1");
    }

    @Test
    void isNoneWithWhatIsCancelledOrMovedAway() {
        assertThat(conflicts(
                        Follower.of("城关", "柳市"),
                        List.of(),
                        lesson("1", "城关", "2021-03-10 09:50").schools("甲").cancelled(),
                        lesson("2", "柳市", "2021-03-10 09:50").schools("乙"),
                        lesson("3", "城关", "2021-03-10 09:50").schools("甲").movedTo("2021-03-11 09:50")))
                .containsExactly("1: ", "2: ", "3: ", "3: ");
    }

    @Test
    void isSeenWithOnesOwn() {
        assertThat(conflicts(
                        Follower.of("城关"),
                        List.of(
                                own("接孩子", "2021-03-10 10:00", "2021-03-10 11:00"),
                                own("开会", "2021-03-10 10:30", "2021-03-10 11:00")),
                        lesson("1", "城关", "2021-03-10 09:50")))
                .containsExactly("1: 接孩子", "接孩子: 1 开会", "开会: 接孩子");
    }

    @Test
    void isNamedTenTimesAtMost() {
        var crowd = IntStream.range(0, 12)
                .mapToObj(count -> own("会" + count, "2021-03-10 09:00", "2021-03-10 12:00"))
                .toList();
        var stretch = stretch(Follower.of("城关"), crowd, lesson("1", "城关", "2021-03-10 09:50"));
        assertThat(stretch.entries().getFirst().conflicts()).hasSize(Conflict.MOST);
        assertThat(stretch.ownEntries())
                .allSatisfy(entry -> assertThat(entry.conflicts())
                        .hasSize(Conflict.MOST)
                        .noneMatch(conflict -> conflict.id().equals(entry.id())));
    }

    private static List<String> conflicts(Follower follower, List<OwnEntry> own, Lesson... lessons) {
        var stretch = stretch(follower, own, lessons);
        var lines = new ArrayList<String>();
        stretch.entries().forEach(entry -> lines.add(print(Conflict.with(entry.activity()), entry.conflicts())));
        stretch.ownEntries().forEach(entry -> lines.add(print(Conflict.with(entry), entry.conflicts())));
        return lines;
    }

    private static Stretch stretch(Follower follower, List<OwnEntry> own, Lesson... lessons) {
        return Stretch.of(
                follower.places(DAY, lessons),
                own,
                Map.of(),
                new Bells(List.of(), Map.of(), Lesson.ZONE),
                LocalDate.parse("2021-03-08"),
                0);
    }

    private static String print(Conflict one, List<Conflict> conflicts) {
        return titles(Stream.of(one)) + ": " + titles(conflicts.stream());
    }

    private static String titles(Stream<Conflict> conflicts) {
        return String.join(
                " ",
                conflicts
                        .map(conflict -> conflict.title().replaceAll("[《》]", ""))
                        .toList());
    }

    private static OwnEntry own(String title, String from, String to) {
        return new OwnPlan(title, 1, title, null, null, OwnColour.TEAL, at(from), at(to), false, null).first();
    }
}
