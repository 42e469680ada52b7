package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.timetable.Town.Reported;
import org.tongke.calendar.DayKind;

@BackendTest
class MyWeekTest {
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(Lesson.ZONE);

    private final Timetables timetables;
    private final Town town;
    private final TestClock clock;

    @Autowired
    MyWeekTest(Timetables timetables, Town town, TestClock clock) {
        this.timetables = timetables;
        this.town = town;
        this.clock = clock;
    }

    @AfterEach
    void releaseClock() {
        clock.release();
    }

    @Test
    void isFilledForANewTeacher() {
        var school = town.school("山村小学");
        var community = town.community("山村教共体", town.school("城关一小"), school);
        town.reports(Reported.of(community, "2021-03-10 09:50"));
        assertThat(week(town.teacher(school))).containsExactly("03-10 09:50 PLANNED via 山村教共体 山村小学");
    }

    @Test
    void marksWhatItsOwnerTeachesApartFromWhatIsFollowed() {
        var community = town.community("城关");
        var followed = Reported.of(community, "2021-03-10 09:50");
        var taught = Reported.of(town.community("柳市"), "2021-03-10 10:50").assistedBy("teacher-of-weeks");
        town.reports(followed, taught);
        var anybody = town.teacher();
        var teacher = new Viewer(anybody.account(), anybody.name(), anybody.grants(), "teacher-of-weeks");
        timetables.follow(teacher, community.globalId().encode());
        assertThat(timetables
                        .week(teacher, Optional.of(LocalDate.parse("2021-03-10")))
                        .entries())
                .extracting(entry -> entry.activity().title() + " " + entry.reason())
                .containsExactly(followed.id() + " FOLLOWED", taught.id() + " TEACHING");
    }

    @Test
    void followsALessonThatIsMovedAndThenCancelled() {
        var community = town.community("城关");
        var teacher = follower(community);
        var lesson = Reported.of(community, "2021-03-10 09:50");
        town.reports(lesson);
        assertThat(week(teacher)).containsExactly("03-10 09:50 PLANNED via 城关");
        town.reports(lesson.moved("2021-03-11 14:00"));
        assertThat(week(teacher)).containsExactly("03-10 09:50 MOVED_AWAY via 城关", "03-11 14:00 MOVED_HERE via 城关");
        town.reports(lesson.moved("2021-03-11 14:00").cancelled());
        assertThat(week(teacher)).containsExactly("03-10 09:50 MOVED_AWAY via 城关", "03-11 14:00 CANCELLED via 城关");
    }

    @Test
    void isSeenInTheCommunityThatItWasMovedTo() {
        var community = town.community("城关");
        var other = town.community("柳市");
        var lesson = Reported.of(community, "2021-03-10 09:50");
        town.reports(lesson, lesson.moved(other));
        town.reports(lesson.moved(other));
        assertThat(week(follower(other))).containsExactly("03-10 09:50 PLANNED via 柳市");
    }

    @Test
    void showsAFollowerThatALessonLeftForAnotherCommunity() {
        var community = town.community("城关");
        var lesson = Reported.of(community, "2021-03-10 09:50");
        town.reports(lesson);
        town.reports(lesson.moved(town.community("柳市")));
        assertThat(week(follower(community))).containsExactly("03-10 09:50 MOVED_AWAY via 城关");
    }

    @Test
    void showsNothingOfWhatIsNotFollowed() {
        town.reports(Reported.of(town.community("城关"), "2021-03-10 09:50"));
        assertThat(week(follower(town.community("柳市")))).isEmpty();
        assertThat(week(town.teacher())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-14T23:59:59+08:00, 2021-03-08",
        "2021-03-15T00:00:00+08:00, 2021-03-15",
        "2021-03-14T16:00:00Z, 2021-03-15"
    })
    void isThatOfTodayInShanghai(String now, LocalDate monday) {
        clock.set(now);
        var week = timetables.week(town.teacher(), Optional.empty());
        assertThat(week.startsOn()).isEqualTo(monday);
        assertThat(week.asOf()).isEqualTo(clock.instant());
    }

    @Test
    void saysWhatTheCalendarSaysOfItsDays() {
        var week = timetables.week(town.teacher(), Optional.of(LocalDate.parse("2021-09-30")));
        assertThat(week.days())
                .extracting(WeekDay::kind)
                .containsExactly(
                        new DayKind.SchoolDay(),
                        new DayKind.SchoolDay(),
                        new DayKind.SchoolDay(),
                        new DayKind.SchoolDay(),
                        new DayKind.Holiday("国庆节"),
                        new DayKind.Holiday("国庆节"),
                        new DayKind.Holiday("国庆节"));
        assertThat(week.days()).extracting(WeekDay::on).first().isEqualTo(LocalDate.parse("2021-09-27"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2100-12-31"})
    void canBeAskedFarAround(LocalDate day) {
        assertThat(timetables.week(town.teacher(), Optional.of(day)).days()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2101-01-01", "-999999999-01-01", "+999999999-12-31"})
    void isRefusedFurtherAway(LocalDate day) {
        assertThatThrownBy(() -> timetables.week(town.teacher(), Optional.of(day)))
                .isInstanceOf(RequestException.class)
                .hasMessage("BAD_REQUEST");
    }

    private Viewer follower(Community community) {
        var teacher = town.teacher();
        timetables.follow(teacher, community.globalId().encode());
        return teacher;
    }

    private List<String> week(Viewer teacher) {
        return timetables.week(teacher, Optional.of(LocalDate.parse("2021-03-10"))).entries().stream()
                .map(MyWeekTest::print)
                .toList();
    }

    private static String print(WeekEntry entry) {
        var via = String.join(" ", entry.via().stream().map(Channel::name).toList());
        return "%s %s via %s".formatted(SHORT.format(entry.startsAt()), entry.slot(), via);
    }
}
