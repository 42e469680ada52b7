package org.tongke.backend.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.programme.ProgrammeFiles;
import org.tongke.backend.community.programme.Target;
import org.tongke.backend.demo.DemoCounty.DemoSchool;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoProvince.PlannedSchool;
import org.tongke.backend.demo.DemoProvince.Unit;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.RowOutcome;
import org.tongke.backend.exchange.RowResult;
import org.tongke.backend.exchange.Suppliers;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.term.BellSchedules;
import org.tongke.calendar.Holidays;

/** The demo's province is the one of annex 1, and its suppliers are understood. */
@BackendTest
class DemoProvinceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Autowired
    private Regions regions;

    @Autowired
    private BellSchedules bells;

    private DemoProvince province() {
        return new DemoProvince(
                ProgrammeFiles.get(2021).targets().units(),
                regions.all().stream().collect(Collectors.toMap(Region::code, region -> region)));
    }

    private static int printed(Target unit, SchoolArea area) {
        return switch (area) {
            case URBAN -> unit.urban().orZero();
            case TOWN -> unit.town().orZero();
            case RURAL -> unit.rural().orZero();
        };
    }

    @Test
    void hasAsManySchoolsOfEachAreaAsAnnex1Counts() {
        var units = province().units();
        var printed = ProgrammeFiles.get(2021).targets().units();
        assertThat(units).hasSize(105);
        var sum = 0;
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            var areas = new ArrayList<>(
                    unit.schools().stream().map(PlannedSchool::area).toList());
            if (unit.region().code().equals(DemoCounty.COUNTY)) {
                areas.addAll(
                        Arrays.stream(DemoSchool.values()).map(DemoSchool::area).toList());
            }
            for (var area : SchoolArea.values()) {
                assertThat(areas.stream().filter(area::equals))
                        .as(unit.region().name() + " " + area)
                        .hasSize(printed(printed.get(i), area));
            }
            sum += areas.size();
        }
        assertThat(sum).isEqualTo(5054);
    }

    @Test
    void isAlwaysTheSameWithNamesThatOccurOnce() {
        assertThat(province().units()).isEqualTo(province().units());
        var names = province().units().stream()
                .flatMap(unit ->
                        unit.schools().stream().map(school -> unit.region().code() + school.name()))
                .toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        var ids = province().units().stream()
                .flatMap(unit -> Stream.concat(
                        unit.schools().stream().map(PlannedSchool::id),
                        unit.communities().stream().map(PlannedCommunity::id)))
                .toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void putsASchoolIntoOneCommunityAndRuralOnesNeverAtItsCore() {
        for (var unit : province().units()) {
            var schools = unit.communities().stream()
                    .flatMap(community -> community.schools().stream())
                    .toList();
            assertThat(new HashSet<>(schools)).hasSameSizeAs(schools);
            assertThat(unit.communities()).allSatisfy(community -> {
                assertThat(community.core().area()).isNotEqualTo(SchoolArea.RURAL);
                assertThat(community.schools().stream().skip(1).map(PlannedSchool::area))
                        .doesNotContain(SchoolArea.URBAN);
            });
        }
    }

    @Test
    void knowsCodesAndStagesOfAllSchoolsAndNoNameTwiceInACounty() {
        var codes = new ArrayList<String>();
        var closed = new ArrayList<PlannedSchool>();
        for (var unit : province().units()) {
            var facts = new ArrayList<>(DemoSchoolFacts.of(unit));
            if (unit.region().code().equals(DemoCounty.COUNTY)) {
                facts.addAll(DemoCounty.facts());
            }
            var names = new HashSet<String>();
            for (var one : facts) {
                codes.add(Objects.requireNonNull(one.facts().code()));
                assertThat(one.facts().stages()).isNotEmpty();
                assertThat(names.add(one.school().name())).isTrue();
                var former = one.former();
                assertThat(former == null || names.add(former.name()))
                        .as("%s, before %s", one.school().name(), former)
                        .isTrue();
                if (one.closedOn() != null) {
                    closed.add(one.school());
                }
            }
            assertThat(unit.communities().stream()
                            .flatMap(community -> community.schools().stream())
                            .filter(closed::contains))
                    .isEmpty();
        }
        assertThat(codes).hasSize(5054).doesNotHaveDuplicates();
        assertThat(closed).hasSize(1);
    }

    @Test
    void hasAboutTenThousandActivitiesInThreeWeeks() {
        var plan = plan(province().units());
        var days = DemoDays.around(DAY, 1);
        var count = province().units().stream()
                .flatMap(unit -> unit.communities().stream())
                .mapToInt(community -> days.stream()
                        .mapToInt(day -> plan.on(community, day).size())
                        .sum())
                .sum();
        assertThat(count).isBetween(9_000, 11_000);
    }

    private DemoPlan plan(List<Unit> units) {
        var names = units.stream()
                .flatMap(unit -> unit.schools().stream())
                .collect(Collectors.toMap(PlannedSchool::id, PlannedSchool::name));
        var schedules = bells.findAll(names);
        return new DemoPlan(
                Holidays.published(),
                (school, day) ->
                        Objects.requireNonNull(schedules.get(school.id())).on(day));
    }

    /** Each platform reports a week of a county, in its own way; every row is taken, and again it changes nothing. */
    @Test
    void reportsWhatIsTaken(
            @Autowired Schools schools,
            @Autowired Communities communities,
            @Autowired Suppliers suppliers,
            @Autowired Batches batches) {
        var unit = province().units().stream()
                .filter(one -> one.region().name().equals("泰顺县"))
                .findFirst()
                .orElseThrow();
        var entered = unit.schools().stream()
                .collect(Collectors.toMap(
                        PlannedSchool::id,
                        school -> schools.put(
                                school.id(),
                                school.name(),
                                school.area(),
                                unit.region().code())));
        unit.communities().forEach(community -> put(communities, community, entered));
        var plan = plan(List.of(unit));
        for (var platform : DemoPlatform.values()) {
            suppliers.put(platform.id(), platform.fullName());
            var rows = unit.communities().stream()
                    .filter(community -> DemoPlatform.of(community) == platform)
                    .flatMap(community ->
                            DemoDays.around(DAY, 0).stream().flatMap(day -> plan.on(community, day).stream()))
                    .map(planned -> platform.row(planned, false, ZONE))
                    .toList();
            assertThat(rows).isNotEmpty();
            var first = batches.sync(platform.id(), UUID.randomUUID(), rows, platform.viewer());
            assertThat(first).extracting(RowOutcome::result).containsOnly(RowResult.APPLIED);
            var again = batches.sync(platform.id(), UUID.randomUUID(), rows, platform.viewer());
            assertThat(again).extracting(RowOutcome::result).containsOnly(RowResult.UNCHANGED);
        }
    }

    private static void put(Communities communities, PlannedCommunity community, Map<String, School> entered) {
        var of = community.schools().stream()
                .map(school -> Objects.requireNonNull(entered.get(school.id())))
                .toList();
        communities.put(
                community.id(),
                community.name(),
                community.mode(),
                of.getFirst(),
                of.subList(1, of.size()),
                Set.of(),
                DemoCounty.BY_DEMO);
    }
}
