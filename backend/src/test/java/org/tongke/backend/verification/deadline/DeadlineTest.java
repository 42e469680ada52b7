package org.tongke.backend.verification.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.ProgrammeFiles;
import org.tongke.backend.verification.deadline.RegionStanding.Expected;

class DeadlineTest {
    private static final Programme PROGRAMME = ProgrammeFiles.get(2021);

    @Test
    void paceGoesOnByTheDay() {
        // 10 lessons in the 50 days from 1 September to 20 October: the other 10 take 50 days more
        assertThat(enoughOn(pace(10, 20, "2021-09-01"), "2021-10-20")).isEqualTo("2021-12-09");
        // a part of a day is a day
        assertThat(enoughOn(pace(3, 4, "2021-10-20"), "2021-10-20")).isEqualTo("2021-10-21");
        assertThat(enoughOn(pace(7, 20, "2021-09-01"), "2021-09-10")).isEqualTo("2021-09-29");
    }

    @Test
    void slowsDownWhileNothingHappens() {
        assertThat(enoughOn(pace(10, 20, "2021-09-01"), "2021-10-21")).isEqualTo("2021-12-11");
    }

    @Test
    void enoughIsEnoughTodayAndNothingNeverIs() {
        assertThat(enoughOn(pace(20, 20, "2021-09-01"), "2021-10-20")).isEqualTo("2021-10-20");
        assertThat(new Pace("SYNCED_LESSON", 0, 20, null).enoughOn(day("2021-10-20"), PROGRAMME.zone()))
                .isEmpty();
    }

    @Test
    void aCommunityIsAsLateAsItsSlowestKind() {
        var one = community("a", null, pace(10, 20, "2021-09-01"), pace(4, 8, "2021-10-11"));
        assertThat(print(one, "2021-10-20")).isEqualTo("TOO_LATE 2021-11-30 2021-12-09 9");
        assertThat(print(community("a", null, pace(4, 8, "2021-10-11")), "2021-10-20"))
                .isEqualTo("ON_TIME 2021-11-30 2021-10-30 null");
    }

    @Test
    void isMeasuredAgainstTheNextDateAndAtLastTheLast() {
        var one = community("a", null, pace(10, 20, "2021-05-01"));
        assertThat(print(one, "2021-06-09")).startsWith("TOO_LATE 2021-06-30 2021-07-19 19");
        assertThat(print(one, "2021-06-30")).startsWith("TOO_LATE 2021-06-30");
        assertThat(print(one, "2021-07-01")).startsWith("ON_TIME 2021-09-30");
        assertThat(print(one, "2021-12-01")).startsWith("LATE 2021-11-30");
    }

    @Test
    void readyAndVerifiedAreNotLate() {
        var ready = new CommunityStanding("a", 1, true, true, true, null, true, false, List.of(), "a", List.of());
        assertThat(print(ready, "2021-11-30")).startsWith("READY");
        var sentBack = new CommunityStanding("a", 1, true, true, true, null, false, false, List.of(), "a", List.of());
        assertThat(print(sentBack, "2021-11-30")).startsWith("SENT_BACK");
        assertThat(print(ready, "2021-12-01")).startsWith("LATE");
        assertThat(print(community("a", "2021-12-02", pace(20, 20, "2021-05-01")), "2021-12-03"))
                .startsWith("VERIFIED");
    }

    @Test
    void sharesAreOfTheNewCommunitiesRoundedUp() {
        var eleven = new ArrayList<CommunityStanding>();
        for (int i = 0; i < 11; i++) {
            // three by the day, on its last minute, a fourth a day later
            eleven.add(community("c" + i, i < 3 ? "2021-06-30" : i == 3 ? "2021-07-01" : null));
        }
        assertThat(milestones(eleven, "2021-07-02")).isEqualTo("30% DONE_LATE 3/4, 60% AT_RISK 4/7, 100% AT_RISK 4/11");
        eleven.set(4, community("c4", "2021-06-30"));
        assertThat(milestones(eleven, "2021-07-02")).startsWith("30% DONE 4/4, 60% AT_RISK 5/7");
        assertThat(milestones(eleven, "2021-10-01")).startsWith("30% DONE 4/4, 60% LATE 5/7");
        assertThat(milestones(List.of(), "2021-10-01")).contains("100% NOTHING_ASKED 0/0");
    }

    @Test
    void aDateIsNotAtRiskWhereEnoughWillBeReady() {
        var communities = List.of(
                community("a", null, pace(10, 20, "2021-05-01")), community("b", null), community("c", "2021-05-20"));
        // 30 % of 3 is 1, which is there; 60 % are 2, and the first will be ready by September
        assertThat(milestones(communities, "2021-06-09")).isEqualTo("30% DONE 1/1, 60% DUE 1/2, 100% AT_RISK 1/3");
    }

    @Test
    void sumsAreOfMemberSchoolsTooAndAgainstTheTarget() {
        var goal =
                Goal.printed(PROGRAMME.targets().find("330109").orElseThrow()).orElseThrow();
        assertThat(goal).isEqualTo(new Goal(12, 24));
        var standing = standing(
                List.of(
                        new CommunityStanding(
                                "a", 2, true, true, true, at("2021-06-01"), false, false, List.of(), "a", List.of()),
                        new CommunityStanding(
                                "b", 1, true, false, false, at("2021-06-02"), false, false, List.of(), "b", List.of()),
                        new CommunityStanding(
                                "c", 4, false, false, false, null, false, false, List.of(), "c", List.of())),
                goal,
                day("2021-06-10"));
        assertThat(standing.planned()).isEqualTo(new RegionStanding.Count(3, 7));
        assertThat(standing.formed()).isEqualTo(new RegionStanding.Count(2, 3));
        assertThat(standing.operating()).isEqualTo(new RegionStanding.Count(1, 2));
        assertThat(standing.verified()).isEqualTo(new RegionStanding.Count(2, 3));
        assertThat(standing.targetShare()).isEqualTo(0.25);
        assertThat(standing.milestones().getFirst().targetMemberCount()).isEqualTo(4);
        assertThat(standing.milestones().getFirst().verifiedMemberCount()).isEqualTo(3);
        assertThat(standing.withPlan()).isEqualTo(new RegionStanding.Count(1, 2));
        assertThat(Goal.printed(PROGRAMME.targets().find("330102").orElseThrow()))
                .isEmpty();
        assertThat(standing(List.of(), null, day("2021-06-10")).targetShare()).isNull();
    }

    @Test
    void thoseAtMostRiskComeFirst() {
        var standing = standing(
                List.of(
                        community("verified", "2021-06-01"),
                        community("on time", null, pace(19, 20, "2021-09-01")),
                        community("late by 9", null, pace(10, 20, "2021-09-01")),
                        community("late by more", null, pace(2, 20, "2021-09-01")),
                        community("not begun", null, new Pace("SYNCED_LESSON", 0, 20, null))),
                null,
                day("2021-10-20"));
        assertThat(standing.outlooks().stream()
                        .map(one -> one.community().communityId())
                        .collect(Collectors.joining(", ")))
                .isEqualTo("not begun, late by more, late by 9, on time, verified");
        assertThat(standing.lateCount()).isEqualTo(3);
        assertThat(standing.outlooks().stream().filter(Expected::late)).hasSize(3);
    }

    private static RegionStanding standing(List<CommunityStanding> communities, @Nullable Goal goal, LocalDate day) {
        return RegionStanding.of(Expected.inOrder(communities, PROGRAMME, day), goal, PROGRAMME, day);
    }

    private static String milestones(List<CommunityStanding> communities, String today) {
        return standing(communities, null, day(today)).milestones().stream()
                .map(one -> one.milestone().sharePercent() + "% " + one.state() + " " + one.verifiedCount() + "/"
                        + one.neededCount())
                .collect(Collectors.joining(", "));
    }

    private static String print(CommunityStanding community, String today) {
        var outlook = Outlook.of(community, PROGRAMME, day(today)).orElseThrow();
        return outlook.state() + " " + outlook.milestone().dueOn() + " " + outlook.enoughOn() + " "
                + outlook.daysLate();
    }

    private static String enoughOn(Pace pace, String today) {
        return pace.enoughOn(day(today), PROGRAMME.zone()).orElseThrow().toString();
    }

    private static Pace pace(int present, int needed, String firstOn) {
        return new Pace("SYNCED_LESSON", present, needed, at(firstOn));
    }

    /** With nothing that counts yet where no pace is given. */
    private static CommunityStanding community(String id, @Nullable String verifiedOn, Pace... paces) {
        return new CommunityStanding(
                id,
                1,
                true,
                true,
                false,
                verifiedOn == null ? null : at(verifiedOn),
                false,
                false,
                paces.length == 0 ? List.of(new Pace("SYNCED_LESSON", 0, 20, null)) : List.of(paces),
                id,
                List.of());
    }

    /** The last minute of the day. */
    private static Instant at(String day) {
        return day(day).atTime(23, 59).atZone(PROGRAMME.zone()).toInstant();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
