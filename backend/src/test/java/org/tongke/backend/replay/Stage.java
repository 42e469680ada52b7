package org.tongke.backend.replay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who and what there is before anything is reported: plain values, which the script and the oracle read. The same size gives the same
 * stage.
 *
 * @param groups communities
 * @param platforms suppliers, each with the token of its program
 * @param monday first day of the term
 * @param weeks how many weeks it has
 */
record Stage(List<Group> groups, List<Platform> platforms, LocalDate monday, int weeks) {
    /** So many changes need one community more: then a week of anybody's timetable stays below the 500 places that it holds. */
    private static final int CHANGES_OF_A_GROUP = 3_300;

    private static final int FEWEST_GROUPS = 3;
    private static final int SCHOOLS_OF_A_GROUP = 3;
    private static final int BACK_WEEKS = 5;
    private static final List<County> COUNTIES =
            List.of(new County("330382", "乐清市"), new County("330381", "瑞安市"), new County("330106", "西湖区"));

    /** Suppliers write their ids, names, times and revisions each in another way. */
    enum Habit {
        /** Small batches as things happen; revisions 1, 2, 3; names in Chinese. */
        AT_ONCE,
        /** Large batches, and all over again what was sent before; revisions are seconds; codes, times in UTC. */
        BY_NIGHT,
        /** Whatever comes; revisions up to 2^53 − 1; ids with slashes, spaces and colons. */
        AT_RANDOM
    }

    record County(String code, String name) {}

    record Teacher(String id, String name) {}

    /** @param bells shifts, in minutes, of the school's bells from the first day on and from the middle of the term on */
    record School(String id, String name, List<Teacher> teachers, List<Integer> bells) {}

    record Group(String id, String name, County county, List<School> schools) {}

    record Platform(String id, String name, String token, Habit habit) {}

    /** Somebody who asks: the first teacher of a school. */
    record Reader(String token, Group group, School school, Teacher teacher) {
        String account() {
            return "account-" + teacher.id();
        }
    }

    static Stage of(int changes) {
        var count = Math.max(FEWEST_GROUPS, changes / CHANGES_OF_A_GROUP);
        var platforms = List.of(
                new Platform("replay-a", "云课", "replay-token-a", Habit.AT_ONCE),
                new Platform("replay-b", "名师在线", "replay-token-b", Habit.BY_NIGHT),
                new Platform("replay-c", "同步通", "replay-token-c", Habit.AT_RANDOM));
        var thisWeek = LocalDate.now(Times.ZONE).with(DayOfWeek.MONDAY);
        return new Stage(
                IntStream.range(0, count).mapToObj(Stage::group).toList(),
                platforms,
                thisWeek.minusWeeks(BACK_WEEKS),
                changes < 10_000 ? 7 : 20);
    }

    private static Group group(int number) {
        var schools = new ArrayList<School>();
        for (int school = 0; school < SCHOOLS_OF_A_GROUP; school++) {
            var id = "replay-" + number + "-" + school;
            schools.add(new School(
                    id,
                    "重放" + number + "号" + (char) ('甲' + school) + "小学",
                    Stream.of("周", "吴", "郑")
                            .map(family -> new Teacher(id + family, family + "老师"))
                            .toList(),
                    List.of(school * 5, 10 - school * 5)));
        }
        return new Group("replay-" + number, "重放" + number + "号教共体", COUNTIES.get(number % COUNTIES.size()), schools);
    }

    /** The first teacher of each school but the last one of a community reads. */
    List<Reader> readers() {
        return groups.stream()
                .flatMap(group -> group.schools().stream()
                        .limit(SCHOOLS_OF_A_GROUP - 1)
                        .map(school -> new Reader(
                                "replay-token-" + school.id(),
                                group,
                                school,
                                school.teachers().getFirst())))
                .toList();
    }

    /** Token of the clerk of all schools of a community. */
    static String clerkOf(Group group) {
        return "replay-token-clerk-" + group.id();
    }

    /** First day of a school's second bell schedule. */
    LocalDate middle() {
        return monday.plusWeeks(weeks / 2);
    }

    /** Where the periods of a school begin on a day; each lasts 40 minutes. */
    List<LocalTime> bells(School school, LocalDate day) {
        var shift = school.bells().get(day.isBefore(middle()) ? 0 : 1);
        return Times.PERIODS.stream().map(begin -> begin.plusMinutes(shift)).toList();
    }
}
