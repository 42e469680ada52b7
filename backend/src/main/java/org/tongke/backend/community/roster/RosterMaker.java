package org.tongke.backend.community.roster;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.roster.Membership.In;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;

/**
 * Makes communities of a locked roster, and the memberships of its schools. Each step can be repeated, and all of it is done again whenever
 * the roster is seen: who is killed in between leaves nothing that the next time does not mend.
 */
@Component
class RosterMaker {
    private static final Logger LOG = LoggerFactory.getLogger(RosterMaker.class);

    private final Communities communities;
    private final Schools schools;
    private final MembershipStore memberships;
    private final Clock clock;

    RosterMaker(Communities communities, Schools schools, MembershipStore memberships, Clock clock) {
        this.communities = communities;
        this.schools = schools;
        this.memberships = memberships;
        this.clock = clock;
    }

    /**
     * Makes what a locked roster plans, and lets go of what it planned before and does not plan any more. Once for each roll-up: later changes
     * of a community are not undone because somebody writes to the roster.
     */
    void make(Roster roster) {
        var receipt = roster.receipts().getLast().number();
        var before =
                memberships.findByCounty(roster.id().programme(), roster.id().county());
        if (!isMade(roster, receipt, before)) {
            make(roster, receipt, before);
        }
    }

    /** The memberships are written last. */
    private static boolean isMade(Roster roster, String receipt, List<Membership> before) {
        var done = before.stream()
                .filter(one -> one.receipt().equals(receipt))
                .map(Membership::schoolId)
                .collect(Collectors.toSet());
        return roster.rows().stream()
                .flatMap(RosterRow::schools)
                .map(RosterSchool::id)
                .allMatch(done::contains);
    }

    private void make(Roster roster, String receipt, List<Membership> before) {
        var programme = roster.id().programme();
        var by = Origin.system("roster");
        var found = schools.findAll(
                roster.rows().stream()
                        .flatMap(RosterRow::schools)
                        .map(RosterSchool::id)
                        .collect(Collectors.toSet()),
                Scope.EVERYWHERE);
        var there = communities.findBySchools(
                roster.rows().stream().map(row -> row.core().id()).toList(), Scope.EVERYWHERE);
        var made = new LinkedHashMap<String, RosterRow>();
        // a school that is gone, or lies in another county now, keeps its own community from being made and no other
        for (var row : roster.rows()) {
            find(row, found, roster.id().county())
                    .ifPresentOrElse(
                            all -> made.put(put(row, all, idOf(row, programme, there), programme, there, by), row),
                            () -> LOG.warn(
                                    "a school of {} is gone: {}",
                                    roster.id().raw(),
                                    row.core().id()));
        }
        // before the memberships are written, which tell what is to be let go
        letGo(before, made.keySet(), programme, by);
        memberships.putAll(memberships(roster, receipt, made, before), by, clock.instant());
    }

    /** The schools of a row, the core school first; empty if one of them is gone, or lies in another county now. */
    private static Optional<List<School>> find(RosterRow row, Map<String, School> found, String county) {
        var all = row.schools()
                .flatMap(school -> Optional.ofNullable(found.get(school.id())).stream())
                .filter(school -> school.countyCode().equals(county))
                .toList();
        return all.size() == row.members().size() + 1 ? Optional.of(all) : Optional.empty();
    }

    /**
     * The community that a row makes. One of its core school that is there already goes on and keeps its history: the programme's own, or a
     * collaborative one that becomes merged or co-built (annex 1, note 二.1).
     */
    private static String idOf(RosterRow row, String programme, Collection<Community> there) {
        var derived = "roster-" + programme + "-" + row.core().id();
        return there.stream()
                .filter(one -> one.coreId().equals(row.core().id()))
                .filter(one -> one.id().equals(derived)
                        || one.programmes().contains(programme)
                        || one.mode() == Mode.COLLABORATIVE)
                .map(Community::id)
                // of several the same one, whichever the store finds first
                .min(Comparator.<String, Boolean>comparing(id -> !id.equals(derived))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(derived);
    }

    private String put(
            RosterRow row, List<School> all, String id, String programme, Collection<Community> there, Origin by) {
        var before = there.stream().filter(one -> one.id().equals(id)).findFirst();
        var programmes = new HashSet<>(before.map(Community::programmes).orElse(Set.of()));
        programmes.add(programme);
        var name = before.map(Community::name).orElse(all.getFirst().name() + "教共体");
        communities.put(id, name, row.mode(), all.getFirst(), all.subList(1, all.size()), programmes, by);
        return id;
    }

    private static Collection<Membership> memberships(
            Roster roster, String receipt, Map<String, RosterRow> made, List<Membership> before) {
        var in = new HashMap<String, List<In>>();
        before.forEach(one -> in.put(one.schoolId(), new ArrayList<>()));
        made.forEach((community, row) -> row.schools()
                .forEach(school -> in.computeIfAbsent(school.id(), _ -> new ArrayList<>())
                        .add(new In(community, school == row.core(), school.reason()))));
        return in.entrySet().stream()
                .map(one -> new Membership(
                        roster.id().programme(),
                        one.getKey(),
                        roster.id().county(),
                        receipt,
                        one.getValue(),
                        roster.places()))
                .toList();
    }

    /** Communities that the roster made and does not plan any more stay, but are no new ones of the programme. */
    private void letGo(List<Membership> before, Set<String> made, String programme, Origin by) {
        var gone = before.stream()
                .flatMap(one -> one.in().stream())
                .map(In::community)
                .filter(id -> !made.contains(id))
                .collect(Collectors.toSet());
        for (var community : communities.findAll(gone, Scope.EVERYWHERE).values()) {
            var programmes = new HashSet<>(community.programmes());
            if (!programmes.remove(programme)) {
                continue;
            }
            var all = schools.findAll(community.schoolIds(), Scope.EVERYWHERE);
            communities.put(
                    community.id(),
                    community.name(),
                    community.mode(),
                    Objects.requireNonNull(all.get(community.coreId())),
                    community.memberIds().stream()
                            .map(id -> Objects.requireNonNull(all.get(id)))
                            .toList(),
                    programmes,
                    by);
        }
    }
}
