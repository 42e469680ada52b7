package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.timetable.Town.Reported;

/** How often the database is asked, whatever the number of activities and channels. */
@Tag("slow")
@BackendTest
class RoundTripsTest {
    private static final Optional<LocalDate> DAY = Optional.of(LocalDate.parse("2021-03-10"));

    private final Timetables timetables;
    private final Town town;
    private final SentCommands commands;

    @Autowired
    RoundTripsTest(Timetables timetables, Town town, SentCommands commands) {
        this.timetables = timetables;
        this.town = town;
        this.commands = commands;
    }

    @Test
    void areTwoForAWeekOfOneOrAHundredLessons() {
        for (int count : new int[] {1, 100}) {
            var community = town.community("城关");
            town.reports(Reported.many(count, community, "2021-03-10"));
            var teacher = follower(community);
            assertThat(timetables.week(teacher, DAY).entries()).hasSize(count);
            assertThat(commands.countDuring(() -> timetables.week(teacher, DAY)))
                    .as("%d lessons", count)
                    .isEqualTo(2);
        }
    }

    @Test
    void areTwoForAWeekOfOneOrTwoHundredChannels() {
        for (int count : new int[] {1, 200}) {
            var community = town.community("城关");
            town.reports(Reported.of(community, "2021-03-10 09:50"));
            var channels = new ArrayList<>(Town.keys(count - 1));
            channels.add(community.channel());
            var teacher = town.follower(channels);
            assertThat(timetables.week(teacher, DAY).entries()).hasSize(1);
            assertThat(commands.countDuring(() -> timetables.week(teacher, DAY)))
                    .as("%d channels", count)
                    .isEqualTo(2);
        }
    }

    @Test
    void areAtMostTwoMoreWhereLessonsLeftForGood() {
        for (int count : new int[] {1, 100}) {
            var school = town.school("城关一小");
            var community = town.community("城关", school, town.school("山村小学"));
            var lessons = Reported.many(count, community, "2021-03-10");
            town.reports(lessons);
            var other = town.community("柳市");
            for (var lesson : lessons) {
                town.reports(lesson.moved(other));
            }
            var teacher = follower(community);
            timetables.follow(teacher, school.globalId().encode());
            assertThat(commands.countDuring(() -> timetables.week(teacher, DAY)))
                    .as("%d lessons", count)
                    .isEqualTo(4);
        }
    }

    @Test
    void areOneMoreForATimetableThatWasNeverEdited() {
        var school = town.school("山村小学");
        town.reports(Reported.many(3, town.community("山村教共体", town.school("城关一小"), school), "2021-03-10"));
        var teacher = town.teacher(school);
        assertThat(commands.countDuring(() -> timetables.week(teacher, DAY))).isEqualTo(3);
    }

    @Test
    void areThreeForTheListOfChannels() {
        for (int count : new int[] {1, 100}) {
            var channels = new ArrayList<>(Town.keys(count));
            IntStream.range(0, count).forEach(number -> channels.add("school:" + number));
            var teacher = town.follower(channels);
            assertThat(commands.countDuring(() -> timetables.channels(teacher)))
                    .as("%d channels", count)
                    .isEqualTo(3);
        }
    }

    @Test
    void areFourForAPreview() {
        for (int count : new int[] {1, 100}) {
            var community = town.community("城关");
            town.reports(Reported.many(count, community, "2021-03-10"));
            var teacher = follower(community);
            assertThat(commands.countDuring(() -> timetables.preview(teacher, id(community))))
                    .as("%d lessons", count)
                    .isEqualTo(4);
        }
    }

    private Viewer follower(Community community) {
        var teacher = town.teacher();
        timetables.follow(teacher, id(community));
        return teacher;
    }

    private static String id(Node node) {
        return node.globalId().encode();
    }
}
