package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.timetable.Town.Reported;

@BackendTest
class FollowPreviewTest {
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(Lesson.ZONE);

    private final Timetables timetables;
    private final Town town;
    private final TestClock clock;

    @Autowired
    FollowPreviewTest(Timetables timetables, Town town, TestClock clock) {
        this.timetables = timetables;
        this.town = town;
        this.clock = clock;
    }

    @BeforeEach
    void setClock() {
        clock.set("2021-03-10T12:00:00+08:00");
    }

    @AfterEach
    void releaseClock() {
        clock.release();
    }

    @Test
    void countsTodayAndTheSixDaysAfterIt() {
        var community = town.community("城关");
        town.reports(
                Reported.of(community, "2021-03-09 23:59"),
                Reported.of(community, "2021-03-10 00:00"),
                Reported.of(community, "2021-03-10 14:00"),
                Reported.of(community, "2021-03-16 23:59"),
                Reported.of(community, "2021-03-17 00:00"));
        assertThat(preview(community)).isEqualTo("城关 3: 03-10 14:00, 03-16 23:59, 03-17 00:00");
    }

    @Test
    void leavesOutWhatWasCalledOffOrMovedAway() {
        var community = town.community("城关");
        var cancelled = Reported.of(community, "2021-03-11 08:00");
        var away = Reported.of(community, "2021-03-11 09:00");
        var later = Reported.of(community, "2021-03-11 10:00");
        town.reports(cancelled, away, later);
        town.reports(cancelled.cancelled(), away.moved(town.community("柳市")), later.moved("2021-03-12 10:00"));
        assertThat(preview(community)).isEqualTo("城关 1: 03-12 10:00");
    }

    @Test
    void showsTheNextFive() {
        var school = town.school("城关一小");
        var community = town.community("城关", school, town.school("山村小学"));
        town.reports(Reported.many(7, community, "2021-03-11"));
        assertThat(preview(school))
                .isEqualTo("城关一小 7: 03-11 08:00, 03-11 08:01, 03-11 08:02, 03-11 08:03, 03-11 08:04");
    }

    @Test
    void isEmptyWhereNothingIsPlanned() {
        assertThat(preview(town.community("城关"))).isEqualTo("城关 0: ");
    }

    private String preview(Node channel) {
        var preview =
                timetables.preview(town.teacher(), channel.globalId().encode()).orElseThrow();
        assertThat(preview.followed()).isFalse();
        return "%s %d: %s"
                .formatted(
                        preview.channel().name(),
                        preview.nextWeek(),
                        String.join(
                                ", ",
                                preview.next().stream()
                                        .map(activity -> SHORT.format(activity.startsAt()))
                                        .toList()));
    }
}
