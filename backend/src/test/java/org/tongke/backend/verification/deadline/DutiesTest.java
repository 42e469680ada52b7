package org.tongke.backend.verification.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongke.backend.community.RosterStanding;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.Milestone;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.ProgrammeFiles;
import org.tongke.backend.verification.deadline.Duties.Place;
import org.tongke.backend.verification.deadline.RegionStanding.Expected;

/** What is due, late and done for a county, its city and the province. */
class DutiesTest {
    private static final Programme PROGRAMME = ProgrammeFiles.get(2021);
    private static final Place COUNTY = new Place("甲", Milestone.Level.COUNTY, List.of(), List.of("甲"));
    private static final Place CITY = new Place("市", Milestone.Level.CITY, List.of("市"), List.of("甲", "乙", "丙"));
    private static final Place PROVINCE =
            new Place("省", Milestone.Level.PROVINCE, List.of("市"), List.of("甲", "乙", "丙"));

    private final Map<String, List<CommunityStanding>> communities = new HashMap<>();
    private final Map<String, Goal> goals = new HashMap<>(Map.of("甲", new Goal(2, 4), "乙", new Goal(1, 2)));
    private final Map<String, RosterStanding> rosters = new HashMap<>();
    private final Map<String, LocalDate> rollUps = new HashMap<>();

    @Test
    void aCountySubmitsItsListByTheDay() {
        assertThat(line(COUNTY, "2021-04-15", "1.2.1")).isEqualTo("own DUE 0/1");
        assertThat(line(COUNTY, "2021-04-16", "1.2.1")).isEqualTo("own LATE 0/1");
        submits("甲", "2021-04-15");
        assertThat(line(COUNTY, "2021-04-16", "1.2.1")).isEqualTo("own DONE 1/1");
        submits("甲", "2021-04-16");
        assertThat(line(COUNTY, "2021-04-16", "1.2.1")).isEqualTo("own DONE_LATE 1/1");
    }

    @Test
    void aCountyWithoutATaskIsAskedNothing() {
        var unit = new Place("丙", Milestone.Level.COUNTY, List.of(), List.of("丙"));
        for (var milestone : List.of("1.2.1", "1.2.2", "1.2.3", "1.3.1")) {
            assertThat(line(unit, "2021-12-01", milestone)).isEqualTo("own NOTHING_ASKED 0/0");
        }
    }

    @Test
    void aCitySendsTheListsOnAndSeesWhichAreMissing() {
        submits("甲", "2021-04-10");
        assertThat(line(CITY, "2021-04-16", "1.2.1")).isEqualTo("below LATE 1/2 missing 乙");
        assertThat(line(CITY, "2021-04-20", "1.2.1-CITY")).isEqualTo("own DUE 0/1 missing 市");
        assertThat(duty(CITY, "2021-04-20", "1.2.1-CITY").figures()).isEqualTo(new Duty.Figures(1, 2, null));
        assertThat(line(CITY, "2021-04-21", "1.2.1-CITY")).isEqualTo("own LATE 0/1 missing 市");
        submits("乙", "2021-04-19");
        rollUps.put("市", LocalDate.parse("2021-04-20"));
        assertThat(line(CITY, "2021-04-21", "1.2.1")).isEqualTo("below DONE_LATE 2/2");
        assertThat(line(CITY, "2021-04-21", "1.2.1-CITY")).isEqualTo("own DONE 1/1");
        assertThat(line(PROVINCE, "2021-04-21", "1.2.1-CITY")).isEqualTo("below DONE 1/1");
    }

    @Test
    void formationIsDoneOnceAllIsFormedAndEnoughForTheTarget() {
        has("甲", community("a", true, false, null));
        assertThat(line(COUNTY, "2021-06-15", "1.2.2")).isEqualTo("own DUE 0/1");
        assertThat(duty(COUNTY, "2021-06-15", "1.2.2").figures()).isEqualTo(new Duty.Figures(1, 2, null));
        has("甲", community("b", false, false, null));
        assertThat(line(COUNTY, "2021-06-16", "1.2.2")).isEqualTo("own LATE 0/1");
        communities.clear();
        has("甲", community("a", true, false, null));
        has("甲", community("b", true, false, null));
        assertThat(line(COUNTY, "2021-06-16", "1.2.2")).isEqualTo("own DONE 1/1");
        // raised since: one more is to be formed
        goals.put("甲", new Goal(3, 6));
        assertThat(line(COUNTY, "2021-06-16", "1.2.2")).isEqualTo("own LATE 0/1");
    }

    @Test
    void thePlanSpeaksForAllOrIsNotThere() {
        assertThat(line(COUNTY, "2021-06-30", "1.2.3")).isEqualTo("own DUE 0/1");
        has("甲", community("a", true, true, null));
        assertThat(line(COUNTY, "2021-06-30", "1.2.3")).isEqualTo("own DONE 1/1");
        has("甲", community("b", true, false, null));
        assertThat(line(COUNTY, "2021-07-01", "1.2.3")).isEqualTo("own LATE 0/1");
    }

    @Test
    void sharesAreOfTheCommunitiesAndLateWithoutAny() {
        assertThat(line(COUNTY, "2021-06-30", "1.3.1")).isEqualTo("own DUE 0/1");
        assertThat(line(COUNTY, "2021-07-01", "1.3.1")).isEqualTo("own LATE 0/1");
        has("甲", community("a", true, true, "2021-06-20"));
        has("甲", community("b", true, true, null));
        assertThat(line(COUNTY, "2021-07-01", "1.3.1")).isEqualTo("own DONE 1/1");
        assertThat(line(COUNTY, "2021-10-01", "1.3.2")).isEqualTo("own LATE 0/1");
        assertThat(line(CITY, "2021-07-01", "1.3.1")).isEqualTo("below LATE 1/2 missing 乙");
    }

    @Test
    void everybodySeesHisOwnAndThoseBelowInTheOrderOfDates() {
        assertThat(ids(COUNTY)).isEqualTo("1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3");
        assertThat(ids(CITY)).isEqualTo("1.2.1 1.2.1-CITY 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4");
        assertThat(ids(PROVINCE)).isEqualTo("1.1 1.2.1 1.2.1-CITY 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4 1.5");
        assertThat(line(CITY, "2021-12-01", "1.4")).isEqualTo("own DATE_ONLY 1/1");
    }

    private void submits(String county, String day) {
        rosters.put(county, new RosterStanding(RosterStanding.State.SUBMITTED, LocalDate.parse(day)));
    }

    private void has(String county, CommunityStanding community) {
        communities.computeIfAbsent(county, _ -> new ArrayList<>()).add(community);
    }

    private static CommunityStanding community(String id, boolean formed, boolean plan, @Nullable String verifiedOn) {
        Instant verified = verifiedOn == null ? null : Instant.parse(verifiedOn + "T04:00:00Z");
        return new CommunityStanding(id, 1, formed, plan, false, verified, false, false, List.of(), id, List.of());
    }

    private Duty duty(Place place, String today, String milestone) {
        var day = LocalDate.parse(today);
        var standings = new HashMap<String, RegionStanding>();
        for (var county : List.of("甲", "乙", "丙")) {
            standings.put(county, standing(communities.getOrDefault(county, List.of()), goals.get(county), day));
        }
        standings.put("市", standing(List.of(), new Goal(3, 6), day));
        return new Duties(PROGRAMME, day, standings, rosters, rollUps)
                .of(place).stream()
                        .filter(duty -> duty.milestone().id().equals(milestone))
                        .findFirst()
                        .orElseThrow();
    }

    private String line(Place place, String today, String milestone) {
        var duty = duty(place, today, milestone);
        var done = duty.asked().size() - duty.missing().size();
        var missing = place == COUNTY || duty.missing().isEmpty() ? "" : " missing " + String.join(" ", duty.missing());
        return (duty.own() ? "own " : "below ") + duty.state() + " " + done + "/"
                + duty.asked().size() + missing;
    }

    private static RegionStanding standing(List<CommunityStanding> communities, @Nullable Goal goal, LocalDate day) {
        return RegionStanding.of(Expected.inOrder(communities, PROGRAMME, day), goal, PROGRAMME, day);
    }

    private static String ids(Place place) {
        return new Duties(PROGRAMME, LocalDate.parse("2021-04-01"), Map.of(), Map.of(), Map.of())
                .of(place).stream().map(duty -> duty.milestone().id()).collect(Collectors.joining(" "));
    }
}
