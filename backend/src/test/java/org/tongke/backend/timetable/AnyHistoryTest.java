package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.timetable.Lesson.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Lessons moved at random, compared with what somebody finds out who writes down every place that a lesson ever had. */
class AnyHistoryTest {
    private static final List<String> COMMUNITIES = List.of("城关", "柳市", "虹桥");
    private static final List<String> TIMES =
            List.of("2021-03-07 23:59", "2021-03-08 00:00", "2021-03-10 09:50", "2021-03-14 23:59", "2021-03-15 00:00");

    @RepeatedTest(300)
    void showsEachPlaceOfTheWeekThatWasTakenOrLeft(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var followed = COMMUNITIES.stream().filter(name -> random.nextBoolean()).toList();
        var history = new ArrayList<Stand>();
        history.add(Stand.any(random));
        var lesson =
                lesson("1", history.getFirst().community(), history.getFirst().time());
        for (int move = random.nextInt(6); move > 0; move--) {
            var stand = Stand.any(random);
            history.add(stand);
            lesson.moved(stand.community(), stand.time());
        }

        var seen = Follower.of(followed.toArray(String[]::new)).places("2021-03-10", lesson).stream()
                .map(place -> (place.slot() == SlotState.MOVED_AWAY ? "left " : "taken ") + place.startsAt())
                .toList();

        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected(history, followed));
    }

    private static List<String> expected(List<Stand> history, List<String> followed) {
        var now = history.getLast();
        var stands = followed.contains(now.community());
        var expected = new TreeSet<String>();
        for (var stand : history) {
            var isInWeek = stand.time().compareTo("2021-03-08 00:00") >= 0
                    && stand.time().compareTo("2021-03-15") < 0;
            if (isInWeek && followed.contains(stand.community())) {
                var isTaken = stands && stand.time().equals(now.time());
                expected.add((isTaken ? "taken " : "left ") + Lesson.at(stand.time()));
            }
        }
        return List.copyOf(expected);
    }

    private record Stand(String community, String time) {
        static Stand any(Random random) {
            return new Stand(
                    COMMUNITIES.get(random.nextInt(COMMUNITIES.size())), TIMES.get(random.nextInt(TIMES.size())));
        }
    }
}
