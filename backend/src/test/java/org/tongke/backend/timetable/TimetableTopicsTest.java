package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.timetable.Town.Reported;

@BackendTest
class TimetableTopicsTest {
    private final TimetableTopics topics;
    private final Timetables timetables;
    private final Selections selections;
    private final Town town;

    @Autowired
    TimetableTopicsTest(TimetableTopics topics, Timetables timetables, Selections selections, Town town) {
        this.topics = topics;
        this.timetables = timetables;
        this.selections = selections;
        this.town = town;
    }

    @Test
    void areWhatIsFollowedAndOnesOwnTimetable() {
        var school = town.school("山村小学");
        var community = town.community("山村教共体", town.school("城关一小"), school);
        var teacher = town.teacher(school);
        var own = "account:" + teacher.account();
        var bells = "bells:" + school.id();
        assertThat(topics.topicsOf(teacher))
                .isEqualTo(Map.of("timetable", List.of(community.channel(), "school:" + school.id(), bells, own)));
        timetables.unfollow(teacher, community.globalId().encode());
        assertThat(topics.topicsOf(teacher))
                .isEqualTo(Map.of("timetable", List.of("school:" + school.id(), bells, own)));
    }

    @Test
    void areSingleActivitiesThatWereAdded() {
        var teacher = town.teacher();
        var lesson = Reported.of(town.community("城关"), "2021-03-10 09:50");
        town.reports(lesson);
        selections.add(teacher, new GlobalId("Activity", "platform:" + lesson.id()).encode());
        assertThat(topics.topicsOf(teacher))
                .isEqualTo(Map.of(
                        "timetable", List.of("activities/platform:" + lesson.id(), "account:" + teacher.account())));
    }

    @Test
    void areNoneForNobody() {
        assertThat(topics.topicsOf(Viewer.NOBODY)).isEmpty();
    }
}
