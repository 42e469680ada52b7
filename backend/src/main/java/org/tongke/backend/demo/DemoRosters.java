package org.tongke.backend.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.sheet.GivenFiles;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.roster.FormHead;
import org.tongke.backend.community.roster.Reopening;
import org.tongke.backend.community.roster.RollUps;
import org.tongke.backend.community.roster.Roster;
import org.tongke.backend.community.roster.RosterTables;
import org.tongke.backend.community.roster.RosterTables.Said;
import org.tongke.backend.community.roster.Rosters;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoProvince.Unit;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;

/**
 * Hands in rosters of the demo's counties, which plan the new communities that are there, and has cities roll them up: what that makes meets
 * those communities. Each roster goes as far as its fate says; one that somebody else has written to is left alone.
 */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoRosters {
    private static final Logger LOG = LoggerFactory.getLogger(DemoRosters.class);
    private static final Said NOTHING_SAID = new Said(Map.of(), Map.of());

    private final Rosters rosters;
    private final RosterTables tables;
    private final RollUps rollUps;
    private final Programmes programmes;
    private final Regions regions;
    private final DemoPeople people;
    private final Clock clock;

    DemoRosters(
            Rosters rosters,
            RosterTables tables,
            RollUps rollUps,
            Programmes programmes,
            Regions regions,
            DemoPeople people,
            Clock clock) {
        this.rosters = rosters;
        this.tables = tables;
        this.rollUps = rollUps;
        this.programmes = programmes;
        this.regions = regions;
        this.people = people;
        this.clock = clock;
    }

    /** A county with what it plans. */
    private record County(Region region, DemoRosterFate fate, List<PlannedCommunity> planned) {
        String code() {
            return region.code();
        }

        String city() {
            return Objects.requireNonNull(region.parentCode());
        }
    }

    /** Brings the rosters of all units that have new communities as far as they come, a city after the other. */
    void fill(List<Unit> units) {
        var programme = programmes.current();
        var days = new DemoRosterDays(programme, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        units.stream()
                .map(DemoRosters::county)
                .filter(county -> !county.planned().isEmpty())
                .collect(Collectors.groupingBy(County::city))
                .forEach((city, counties) -> tried(city, () -> fill(city, counties, programme, days)));
    }

    private static void tried(String city, Runnable filling) {
        try {
            filling.run();
        } catch (RefusedException refused) {
            // somebody who tries the demo has changed something
            LOG.info("the demo's rosters of {} are left as they stand: {}", city, refused.refusals());
        }
    }

    private static County county(Unit unit) {
        var byHand = unit.region().code().equals(DemoCounty.COUNTY)
                ? DemoCounty.NEW_COMMUNITIES.keySet().stream().sorted(Comparator.comparing(PlannedCommunity::id))
                : Stream.<PlannedCommunity>empty();
        var planned = Stream.concat(byHand, unit.communities().stream())
                .filter(PlannedCommunity::isNew)
                .toList();
        return new County(unit.region(), DemoRosterFate.of(unit.region().code()), planned);
    }

    private void fill(String city, List<County> counties, Programme programme, DemoRosterDays days) {
        var before = rosters(programme, city);
        counties.forEach(county -> handIn(county, before.apply(county), days));
        rollUp(city, counties, programme, days);
        var after = rosters(programme, city);
        counties.forEach(county -> reopen(county, after.apply(county), days));
    }

    /** The rosters of a city's counties as they stand. One round trip. */
    private Function<County, Roster> rosters(Programme programme, String city) {
        var all = rosters.list(programme, regions.get(city)).stream()
                .collect(Collectors.toMap(roster -> roster.id().county(), Function.identity()));
        return county -> Objects.requireNonNull(all.get(county.code()));
    }

    /** Whether the next step of a roster is this one, from 1. */
    private static boolean isNext(int step, Roster roster, County county) {
        return roster.revision() == step - 1 && county.fate().steps() >= step;
    }

    private void handIn(County county, Roster roster, DemoRosterDays days) {
        var office = people.office(county.code());
        var scope = Scope.of(office.places());
        var raw = roster.id().raw();
        if (isNext(1, roster, county)) {
            var table =
                    DemoRosterTable.of(regions.get(county.city()), county.region(), office.name(), county.planned());
            var file = GivenFiles.ofText(table, "sheet");
            var preview = tables.preview(raw, file, NOTHING_SAID, scope);
            roster = tables.at(days.filledAt(county.code(), county.fate()))
                    .commit(raw, file, NOTHING_SAID, roster.revision(), preview.fingerprint(), office, scope);
        }
        if (isNext(2, roster, county)) {
            rosters.at(days.handedInAt(county.code(), county.fate()))
                    .submit(raw, roster.revision(), FormHead.EMPTY, office, scope);
        }
    }

    private void rollUp(String city, List<County> counties, Programme programme, DemoRosterDays days) {
        var there = rosters(programme, city);
        var wanted = counties.stream()
                .filter(county -> isNext(3, there.apply(county), county))
                .map(there)
                .map(roster -> new RollUps.Wanted(roster.id().raw(), roster.revision()))
                .toList();
        if (!wanted.isEmpty()) {
            var officer = people.city(city);
            var id = UUID.nameUUIDFromBytes(
                    ("demo/roll-up/" + programme.id() + "/" + city).getBytes(StandardCharsets.UTF_8));
            rollUps.at(days.rolledUpAt(city)).rollUp(id, wanted, officer, Scope.of(officer.places()));
        }
    }

    private void reopen(County county, Roster roster, DemoRosterDays days) {
        var office = people.office(county.code());
        if (isNext(4, roster, county)) {
            roster = rosters.at(days.askedAt(county.code(), 2))
                    .askReopening(
                            roster.id().raw(),
                            roster.revision(),
                            "有一所成员校今年秋季并入中心小学，需要换成另一所（演示）",
                            office,
                            Scope.of(office.places()));
        }
        if (isNext(5, roster, county)) {
            var officer = people.city(county.city());
            rosters.at(days.askedAt(county.code(), 1))
                    .decideReopening(
                            roster.id().raw(),
                            roster.revision(),
                            _ -> Set.of(Reopening.Stage.CITY_DECIDES),
                            true,
                            "情况属实，同意调整（演示）",
                            officer,
                            Scope.of(officer.places()));
        }
    }
}
