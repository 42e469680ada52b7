package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.CourseSeries;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.timetable.Town.Reported;

/** Activities and series are hidden, shown, added and taken out, once and again, now and later. */
@BackendTest
class SelectionsTest {
    private static final Optional<LocalDate> DAY = Optional.of(LocalDate.parse("2021-03-10"));

    private final Selections selections;
    private final Timetables timetables;
    private final Activities activities;
    private final Town town;
    private final SentCommands commands;

    @Autowired
    SelectionsTest(
            Selections selections, Timetables timetables, Activities activities, Town town, SentCommands commands) {
        this.selections = selections;
        this.timetables = timetables;
        this.activities = activities;
        this.town = town;
        this.commands = commands;
    }

    @Test
    void hidesAndShowsASingleActivity() {
        var community = town.community("城关");
        var teacher = follower(community);
        var one = lesson(community, "2021-03-10 09:50");
        var other = lesson(community, "2021-03-10 14:00");
        for (int time = 1; time <= 2; time++) {
            selections.hide(teacher, id(one));
            assertThat(week(teacher)).containsExactly(other.id());
            assertThat(selections.hidden(teacher).activities()).containsExactly(one);
        }
        for (int time = 1; time <= 2; time++) {
            assertThat(selections.show(teacher, id(one))).contains(one);
            assertThat(week(teacher)).containsExactly(one.id(), other.id());
        }
    }

    @Test
    void hidesAndShowsASeries() {
        var community = town.community("城关");
        var teacher = follower(community);
        var fractions = new CourseSeries("platform", community.id(), "分数", "平台");
        var one = lesson(community, "2021-03-10 09:50");
        var inSeries = activity(Reported.of(community, "2021-03-10 14:00").in(fractions));
        for (int time = 1; time <= 2; time++) {
            assertThat(selections.hideSeries(teacher, fractions.globalId().encode()))
                    .isEqualTo(fractions);
            assertThat(week(teacher)).containsExactly(one.id());
            assertThat(selections.hidden(teacher).series()).containsExactly(fractions);
        }
        selections.add(teacher, id(inSeries));
        assertThat(week(teacher)).as("added by itself").containsExactly(one.id(), inSeries.id());
        selections.remove(teacher, id(inSeries));
        assertThat(selections.showSeries(teacher, fractions.globalId().encode()))
                .contains(fractions);
        assertThat(week(teacher)).containsExactly(one.id(), inSeries.id());
    }

    @Test
    void addsASingleActivityWhereverItGoes() {
        var teacher = town.teacher();
        var lesson = Reported.of(town.community("城关"), "2021-03-10 09:50");
        var added = activity(lesson);
        assertThat(week(teacher)).isEmpty();
        for (int time = 1; time <= 2; time++) {
            selections.add(teacher, id(added));
            assertThat(week(teacher)).containsExactly(added.id());
        }
        town.reports(lesson.moved("2021-03-15 09:50"));
        assertThat(timetables.week(teacher, DAY).entries())
                .extracting(WeekEntry::slot)
                .containsExactly(SlotState.MOVED_AWAY);
        assertThat(timetables
                        .week(teacher, Optional.of(LocalDate.parse("2021-03-15")))
                        .entries())
                .extracting(WeekEntry::reason)
                .containsExactly(EntryReason.ADDED);
        for (int time = 1; time <= 2; time++) {
            selections.remove(teacher, id(added));
            assertThat(week(teacher)).isEmpty();
        }
    }

    @Test
    void takesBackEvenWhatIsGone() {
        var teacher = town.teacher();
        var gone = new GlobalId("Activity", "platform:gone").encode();
        assertThat(selections.show(teacher, gone)).isEmpty();
        assertThat(selections.remove(teacher, gone)).isEmpty();
        assertThat(selections.showSeries(teacher, new GlobalId("CourseSeries", "platform:gone").encode()))
                .isEmpty();
        assertThatThrownBy(() -> selections.hide(teacher, gone)).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> selections.add(teacher, gone)).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> selections.hideSeries(teacher, new GlobalId("School", "1").encode()))
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void saysHowActivitiesStand() {
        var community = town.community("城关");
        var teacher = follower(community);
        var followed = lesson(community, "2021-03-10 09:50");
        var hidden = lesson(community, "2021-03-10 10:50");
        var elsewhere = lesson(town.community("柳市"), "2021-03-10 11:50");
        selections.hide(teacher, id(hidden));
        var standings = selections.standings(teacher, List.of(followed, hidden, elsewhere, elsewhere));
        assertThat(standings.get(followed)).isEqualTo(new Standing(false, false, false, true));
        assertThat(standings.get(hidden)).isEqualTo(new Standing(false, true, false, false));
        assertThat(standings.get(elsewhere)).isEqualTo(new Standing(false, false, false, false));
    }

    @Test
    void costsNoRoundTripMoreInTheWeek() {
        var community = town.community("城关");
        var teacher = follower(community);
        selections.hide(teacher, id(lesson(community, "2021-03-10 09:50")));
        selections.add(teacher, id(lesson(town.community("柳市"), "2021-03-10 11:50")));
        assertThat(week(teacher)).hasSize(1);
        assertThat(commands.countDuring(() -> timetables.week(teacher, DAY))).isEqualTo(2);
    }

    private Viewer follower(Community community) {
        var teacher = town.teacher();
        timetables.follow(teacher, community.globalId().encode());
        return teacher;
    }

    private Activity lesson(Community community, String time) {
        return activity(Reported.of(community, time));
    }

    private Activity activity(Reported lesson) {
        town.reports(lesson);
        return activities.find("platform:" + lesson.id(), Scope.EVERYWHERE).orElseThrow();
    }

    private List<String> week(Viewer teacher) {
        return timetables.week(teacher, DAY).entries().stream()
                .map(entry -> entry.activity().id())
                .toList();
    }

    private static String id(Activity activity) {
        return activity.globalId().encode();
    }
}
