package org.tongke.backend.community.roster;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.GoalSource;
import org.tongke.backend.community.Goals;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;

/** Says what is wrong with what is planned, by the notice and by what is there. */
@Component
class RosterChecks {
    private final Rosters rosters;
    private final MembershipStore memberships;
    private final Communities communities;
    private final GoalSource goalSource;
    private final Regions regions;
    private final Clock clock;

    RosterChecks(
            Rosters rosters,
            MembershipStore memberships,
            Communities communities,
            GoalSource goalSource,
            Regions regions,
            Clock clock) {
        this.rosters = rosters;
        this.memberships = memberships;
        this.communities = communities;
        this.goalSource = goalSource;
        this.regions = regions;
        this.clock = clock;
    }

    /** A school of a planned community. */
    private record Planned(PlannedRow row, RosterSchool school) {}

    /** All that is wrong; three round trips. */
    List<RosterProblem> check(Roster roster, List<PlannedRow> rows) {
        var goal = goals(rosters.programmeOf(roster)).find(roster.id().county()).orElse(null);
        var problems = new ArrayList<>(RosterRules.check(rows, goal));
        problems.addAll(inOtherRosters(roster, planned(rows, true)));
        problems.addAll(notNew(roster, planned(rows, false)));
        return problems;
    }

    /** What the notice says to rosters as they stand, in their order. One round trip for each programme among them. */
    List<List<RosterProblem>> checkStored(List<Roster> all) {
        var byProgramme = new HashMap<String, Goals>();
        return all.stream()
                .map(roster -> RosterRules.check(
                        stored(roster),
                        byProgramme
                                .computeIfAbsent(roster.id().programme(), _ -> goals(rosters.programmeOf(roster)))
                                .find(roster.id().county())
                                .orElse(null)))
                .toList();
    }

    private static List<PlannedRow> stored(Roster roster) {
        return roster.rows().stream().map(PlannedRow::stored).toList();
    }

    private Goals goals(Programme programme) {
        return goalSource.goals(programme, clock.instant());
    }

    /** Where each school stands first. */
    private static Map<String, Planned> planned(List<PlannedRow> rows, boolean withCores) {
        var planned = new LinkedHashMap<String, Planned>();
        for (var row : rows) {
            var schools = withCores ? row.row().schools() : row.row().members().stream();
            schools.forEach(school -> planned.putIfAbsent(school.id(), new Planned(row, school)));
        }
        return planned;
    }

    private List<RosterProblem> inOtherRosters(Roster roster, Map<String, Planned> planned) {
        return memberships.findAll(roster.id().programme(), planned.keySet()).stream()
                .filter(one ->
                        !one.in().isEmpty() && !one.county().equals(roster.id().county()))
                .flatMap(one -> Optional.ofNullable(planned.get(one.schoolId())).stream()
                        .map(here -> problem(ProblemKind.OTHER_ROSTER, here, nameOf(one.county()))))
                .toList();
    }

    private String nameOf(String county) {
        return regions.find(county).map(Region::name).orElse(county);
    }

    private List<RosterProblem> notNew(Roster roster, Map<String, Planned> members) {
        return communities.findBySchools(members.keySet(), Scope.EVERYWHERE).stream()
                .filter(one -> one.mode() != Mode.COLLABORATIVE
                        && !one.programmes().contains(roster.id().programme()))
                .flatMap(one -> notNew(one, members))
                .toList();
    }

    private static Stream<RosterProblem> notNew(Community community, Map<String, Planned> members) {
        return community.memberIds().stream()
                .flatMap(id -> Optional.ofNullable(members.get(id)).stream())
                .map(here -> problem(ProblemKind.NOT_NEW, here, community.name()));
    }

    private static RosterProblem problem(ProblemKind kind, Planned here, String argument) {
        return RosterProblem.of(
                kind, here.row().place(here.school()), here.school().name(), argument);
    }
}
