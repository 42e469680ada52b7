package org.tongke.backend.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.roster.RollUps;
import org.tongke.backend.community.roster.Roster;
import org.tongke.backend.community.roster.RosterDue;
import org.tongke.backend.community.roster.RosterSchool;
import org.tongke.backend.community.roster.RosterTables;
import org.tongke.backend.community.roster.Rosters;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoProvince.PlannedSchool;
import org.tongke.backend.demo.DemoProvince.Unit;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.support.World;

/** The demo's rosters plan its communities, come as far as their fates say, and make no community a second time. */
@BackendTest
class DemoRostersTest {
    private static final String CITY = "3308";
    private static final String LOCKED = "330825";
    private static final String IN_WORK = "330824";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private ApplicationContext app;

    @Autowired
    private TestClock clock;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Regions regions;

    @Autowired
    private Communities communities;

    @Autowired
    private Rosters rosters;

    @BeforeEach
    void stand() {
        clock.set("2021-11-24T10:00:00+08:00");
    }

    @AfterEach
    void release() {
        clock.release();
    }

    private List<Unit> entered() {
        var byCode = regions.all().stream().collect(Collectors.toMap(Region::code, Function.identity()));
        var units = new DemoProvince(programmes.current().targets().units(), byCode)
                .units().stream()
                        .filter(unit ->
                                Set.of(LOCKED, IN_WORK).contains(unit.region().code()))
                        .toList();
        var schools = beans.createBean(DemoSchools.class);
        for (var unit : units) {
            var there = schools.put(unit.region().code(), DemoSchoolFacts.of(unit));
            unit.communities().forEach(community -> {
                var of = community.schools().stream()
                        .map(school -> there.get(school.id()))
                        .toList();
                var isNew = Set.of(programmes.current().id());
                communities.put(
                        community.id(),
                        community.name(),
                        community.mode(),
                        of.getFirst(),
                        of.subList(1, of.size()),
                        isNew,
                        DemoCounty.BY_DEMO);
            });
        }
        return units;
    }

    private Map<String, Roster> rosters() {
        return rosters.list(programmes.current(), regions.get(CITY)).stream()
                .filter(roster -> roster.revision() > 0)
                .collect(Collectors.toMap(roster -> roster.id().county(), Function.identity()));
    }

    private Roster roster(String county) {
        return rosters.find(programmes.current().id() + ":" + county, Scope.EVERYWHERE)
                .orElseThrow();
    }

    private List<Community> formed(Unit unit) {
        return communities.findNew(unit.region().code(), programmes.current());
    }

    private static List<String> planned(Unit unit) {
        return unit.communities().stream().map(DemoRostersTest::line).toList();
    }

    private static String line(PlannedCommunity community) {
        return community.mode() + " "
                + community.schools().stream().map(PlannedSchool::id).toList();
    }

    private static List<String> lines(Roster roster) {
        return roster.rows().stream()
                .map(row ->
                        row.mode() + " " + row.schools().map(RosterSchool::id).toList())
                .toList();
    }

    @Test
    void planTheCommunitiesThatAreThere() {
        var units = entered();
        var locked = units.stream()
                .filter(unit -> unit.region().code().equals(LOCKED))
                .findFirst()
                .orElseThrow();
        var before = formed(locked);
        var people = beans.createBean(DemoPeople.class);
        var demo = new DemoRosters(
                rosters,
                beans.getBean(RosterTables.class),
                beans.getBean(RollUps.class),
                programmes,
                regions,
                people,
                clock);
        demo.fill(units);
        var after = rosters();
        assertThat(lines(roster(LOCKED))).containsExactlyElementsOf(planned(locked));
        assertThat(roster(IN_WORK).rows()).isNotEmpty();
        assertThat(after.values().stream().map(this::standing))
                .containsExactlyInAnyOrder("330825 LOCKED IN_TIME 3", "330824 DRAFT MISSING 1");
        // the memberships are made last
        World.in(app)
                .awaitAudit(programmes.current().id() + ":"
                        + locked.communities().getFirst().core().id());
        assertThat(formed(locked)).containsExactlyElementsOf(before);
        demo.fill(units);
        assertThat(rosters()).isEqualTo(after);
    }

    private String standing(Roster roster) {
        RosterDue due = rosters.standing(roster);
        return roster.id().county() + " " + roster.state() + " " + due.timing() + " " + roster.revision();
    }

    @Test
    void areWrittenInTheirOrderAndNotInTheFuture() {
        var days = new DemoRosterDays(programmes.current(), clock.instant());
        for (var fate : DemoRosterFate.values()) {
            assertThat(days.filledAt(LOCKED, fate)).isBeforeOrEqualTo(days.handedInAt(LOCKED, fate));
            assertThat(days.handedInAt(LOCKED, fate)).isBeforeOrEqualTo(clock.instant());
        }
        assertThat(days.handedInAt(LOCKED, DemoRosterFate.LOCKED)).isBefore(days.rolledUpAt(CITY));
    }
}
