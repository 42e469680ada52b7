package org.tongke.backend.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.demo.DemoPlan.Change;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoProvince.PlannedSchool;
import org.tongke.backend.demo.DemoProvince.Unit;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.exchange.Suppliers;
import org.tongke.backend.term.BellSchedules;
import org.tongke.calendar.Holidays;

/** Fills the demo's province, around the county that is there already. Repeating it changes nothing. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoProvinceStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoProvinceStart.class);

    private final Regions regions;
    private final DemoSchools schools;
    private final Communities communities;
    private final Programmes programmes;
    private final BellSchedules bells;
    private final Suppliers suppliers;
    private final DemoRosters rosters;
    private final DemoReports reports;
    private final DemoAttendance attendance;
    private final DemoEvidence evidence;
    private final Clock clock;
    private final ZoneId zone;
    private final int weeks;
    private @Nullable LocalDate filledOn;

    DemoProvinceStart(
            Regions regions,
            DemoSchools schools,
            Communities communities,
            Programmes programmes,
            BellSchedules bells,
            Suppliers suppliers,
            DemoRosters rosters,
            DemoReports reports,
            DemoAttendance attendance,
            DemoEvidence evidence,
            Clock clock,
            ZoneId zone,
            @Value("${tongke.demo-weeks:0}") int weeks) {
        this.regions = regions;
        this.schools = schools;
        this.communities = communities;
        this.programmes = programmes;
        this.bells = bells;
        this.suppliers = suppliers;
        this.rosters = rosters;
        this.reports = reports;
        this.attendance = attendance;
        this.evidence = evidence;
        this.clock = clock;
        this.zone = zone;
        this.weeks = weeks;
    }

    /** Enters schools, communities, rosters and evidence that are missing, and reports the lessons around today, if there is a province and it was not done today. */
    void fillOnceADay() {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        if (weeks == 0 || today.equals(filledOn)) {
            return;
        }
        var province = new DemoProvince(
                programmes.current().targets().units(),
                regions.all().stream().collect(Collectors.toMap(Region::code, Function.identity())));
        for (var platform : DemoPlatform.values()) {
            suppliers.put(platform.id(), platform.fullName());
        }
        province.units().forEach(this::put);
        LOG.info("the demo's province has its schools and communities");
        rosters.fill(province.units());
        LOG.info("the demo's counties have handed in their rosters");
        // the county whose accounts can be tried is not to wait for all the others
        province.units().stream().filter(DemoProvinceStart::isTried).forEach(evidence::fill);
        LOG.info("the demo's county has its evidence");
        report(province, DemoDays.around(today, weeks));
        province.units().stream().filter(unit -> !isTried(unit)).forEach(evidence::fill);
        LOG.info("the demo's province has its evidence");
        filledOn = today;
    }

    private static boolean isTried(Unit unit) {
        return unit.region().code().equals(DemoCounty.COUNTY);
    }

    private void put(Unit unit) {
        var there = schools.put(unit.region().code(), DemoSchoolFacts.of(unit));
        var formed = communities.findAll(
                unit.communities().stream().map(PlannedCommunity::id).toList(), Scope.EVERYWHERE);
        unit.communities().stream()
                .filter(community -> !formed.containsKey(community.id()))
                .forEach(community -> put(community, there));
    }

    private void put(PlannedCommunity community, Map<String, School> there) {
        var of = community.schools().stream()
                .map(school -> Objects.requireNonNull(there.get(school.id())))
                .toList();
        communities.put(
                community.id(),
                community.name(),
                community.mode(),
                of.getFirst(),
                of.subList(1, of.size()),
                community.isNew() ? Set.of(programmes.current().id()) : Set.of(),
                DemoCounty.BY_DEMO);
    }

    /** What is planned, then what changed. */
    private void report(DemoProvince province, List<LocalDate> days) {
        var formed = province.units().stream()
                .flatMap(unit -> unit.communities().stream())
                .toList();
        var schedules = bells.findAll(formed.stream()
                .map(PlannedCommunity::core)
                .collect(Collectors.toMap(PlannedSchool::id, PlannedSchool::name)));
        var plan = new DemoPlan(
                Holidays.published(),
                (school, day) ->
                        Objects.requireNonNull(schedules.get(school.id())).on(day));
        var planned = formed.stream()
                .flatMap(community -> days.stream().flatMap(day -> plan.on(community, day).stream()))
                .collect(Collectors.groupingBy(one -> DemoPlatform.of(one.community())));
        planned.forEach((platform, all) -> reports.send(platform, all, false));
        planned.forEach((platform, all) -> reports.send(
                platform,
                all.stream().filter(one -> one.change() != Change.NONE).toList(),
                true));
        attendance.confirm(
                formed.stream().map(PlannedCommunity::id).toList(),
                days.getFirst().atStartOfDay(zone).toInstant());
        LOG.info("the demo's province has reported its lessons");
    }
}
