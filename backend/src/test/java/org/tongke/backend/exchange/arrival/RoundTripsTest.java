package org.tongke.backend.exchange.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.MappedThing;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;

/** How often the database is asked for a batch, whatever the number of its rows. */
@Tag("slow")
@BackendTest
class RoundTripsTest {
    private static final int SUPPLIER = 1;
    private static final int MAPPED_NAMES = 1;
    private static final int SCHOOLS_AND_COMMUNITIES = 2;
    private static final int ACTIVITIES_READ_AND_WRITTEN = 2;
    private static final int STANDING_VERSIONS = 1;
    private static final int ASIDE_LOOKED_FOR = 1;
    private static final int RECORD = 1;
    private static final int TEACHERS_AND_THEIR_NAMES = 2;

    private final SentCommands commands;
    private final Platform platform;
    private final Scene scene;

    RoundTripsTest(ApplicationContext application) {
        commands = application.getBean(SentCommands.class);
        scene = Scene.in(application);
        platform = scene.platform("云课");
        // how characters sound is learnt when they are first seen
        platform.sends(lesson("seen")
                .teacher("王海", null, null)
                .teacher("教师", null, null)
                .teacher("某", null, null));
    }

    @Test
    void areTheSameForOneAndForFiveHundredNewRows() {
        var expected = SUPPLIER
                + STANDING_VERSIONS
                + MAPPED_NAMES
                + SCHOOLS_AND_COMMUNITIES
                + ACTIVITIES_READ_AND_WRITTEN
                + ASIDE_LOOKED_FOR
                + RECORD;
        assertThat(countFor(rows("one", 1))).isEqualTo(expected);
        assertThat(countFor(rows("many", Batches.MOST_ROWS))).isEqualTo(expected);
        assertThat(countFor(rows("many", Batches.MOST_ROWS)))
                .as("unchanged: what they name is not looked for")
                .isEqualTo(SUPPLIER + STANDING_VERSIONS + ASIDE_LOOKED_FOR + RECORD);
    }

    @Test
    void areTheSameForOneAndForManyOfEachResult() {
        assertThat(countFor(mixed("few", 1))).isEqualTo(countFor(mixed("many", 100)));
        // rows that were kept aside and are overtaken must also be let go
        assertThat(countFor(mended("few", 1))).isEqualTo(countFor(mended("many", 100)));
    }

    @Test
    void areTheSameForManyRowsOnOneActivity() {
        var revisions = IntStream.rangeClosed(1, Batches.MOST_ROWS)
                .mapToObj(revision -> lesson("L1").revision(revision))
                .toList();
        assertThat(countFor(revisions)).isEqualTo(countFor(rows("other", 1)));
        assertThat(platform.prints("L1")).endsWith("r500");
    }

    @Test
    void areTheSameForManySchoolsAndCommunities() {
        var rows = IntStream.range(0, 120)
                .mapToObj(number -> {
                    scene.community("教共体" + number, "核心校" + number, "成员校" + number);
                    return lesson("L" + number).schools("核心校" + number, "成员校" + number);
                })
                .toList();
        assertThat(countFor(rows)).isEqualTo(countFor(rows("other", 1)));
        assertThat(platform.prints("L119")).contains("| 核心校119、成员校119 |");
    }

    @Test
    void areTheSameForManyTeachers() {
        scene.teacher("甲", "王海", "城关一小", null);
        scene.teacher("乙", "王海", "城关一小", null);
        platform.maps(MappedThing.TEACHER, "王海", "城关一小", "乙");
        var one = lesson("L1").teacher("王海", null, null);
        var rows = IntStream.range(0, 100)
                .mapToObj(number -> lesson("many" + number)
                        .teacher("王海", null, "城关一小")
                        .teacher("教师" + number, null, null)
                        .numbered("某", String.valueOf(number)))
                .toList();
        assertThat(countFor(List.of(one))).isEqualTo(countFor(rows("other", 1)) + TEACHERS_AND_THEIR_NAMES);
        assertThat(countFor(rows)).isEqualTo(countFor(List.of(one.revision(2))));
    }

    private int countFor(List<Row> rows) {
        return commands.countDuring(() -> platform.sends(rows));
    }

    private static List<Row> rows(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> lesson(name + number))
                .toList();
    }

    private static List<Row> mended(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> lesson(name + "unknown" + number).revision(2))
                .toList();
    }

    /** Good, broken and unknown ones. */
    private static List<Row> mixed(String name, int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(number -> List.of(
                        lesson(name + "good" + number),
                        lesson(name + "broken" + number).title(true),
                        lesson(name + "unknown" + number).schools("城关一小", "无名小学"))
                        .stream())
                .toList();
    }
}
