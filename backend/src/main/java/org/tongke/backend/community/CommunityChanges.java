package org.tongke.backend.community;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.CommunityStep.Kind;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;

/**
 * What a county changes in a community that is there: members join and leave by date, and a collaborative one becomes merged or co-built.
 * It stays the same community with all its lessons and documents. Every command can be repeated.
 */
@Component
public class CommunityChanges {
    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    private final CommunityStore store;
    private final Programmes programmes;
    private final Schools schools;
    private final Clock clock;
    private final ZoneId zone;

    CommunityChanges(CommunityStore store, Programmes programmes, Schools schools, Clock clock, ZoneId zone) {
        this.store = store;
        this.programmes = programmes;
        this.schools = schools;
        this.clock = clock;
        this.zone = zone;
    }

    /** What has changed in some communities, by raw id; a community that is not there is missing. One round trip. */
    public Map<String, CommunityHistory> histories(Collection<String> communityIds) {
        return store.histories(communityIds).stream()
                .collect(Collectors.toMap(history -> history.community().id(), Function.identity()));
    }

    /**
     * What is said of a community.
     *
     * @param communityId raw id
     * @param expectedRevision of the community as it was read
     * @param on the day from which it is so; not in the future
     * @param reason why
     * @param viewer county officer
     * @param scope where the viewer is that
     */
    public record Said(
            String communityId, long expectedRevision, LocalDate on, String reason, Viewer viewer, Scope scope) {}

    /**
     * Lets a school join as a member.
     *
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, OUT_OF_RANGE, SCHOOL_TWICE, SCHOOL_OF_OTHER_COUNTY, SCHOOL_IN_OTHER_COMMUNITY,
     *     SCHOOL_URBAN, REVISION_STALE
     */
    public Community join(String schoolId, Said said) {
        return change(said, step(said, Kind.JOINED, schoolId, null), before -> {
            var members = new ArrayList<>(before.memberIds());
            members.add(schoolId);
            var school = school(schoolId);
            checkElsewhere(before, before.programmes(), List.of(school), "schoolId");
            checkMember(before.mode(), school);
            return with(before, before.mode(), members, before.programmes());
        });
    }

    /**
     * Lets a member leave.
     *
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, OUT_OF_RANGE, REVISION_STALE; REQUIRED at {@code members} for the last member
     */
    public Community leave(String schoolId, Said said) {
        return change(said, step(said, Kind.LEFT, schoolId, null), before -> {
            var members = new ArrayList<>(before.memberIds());
            if (!members.remove(schoolId)) {
                throw refused(ErrorCode.NOT_FOUND, "schoolId");
            }
            return with(before, before.mode(), members, before.programmes());
        });
    }

    /**
     * Lets the schools of a community belong together in another way. A collaborative one becomes a new one of the programme of that day
     * (annex 1, notes 二.1), unless it was a new one of some programme before: it counts as new once.
     *
     * @param mode merged or co-built
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, OUT_OF_RANGE, MALFORMED, SCHOOL_URBAN, SCHOOL_RURAL,
     *     SCHOOL_IN_OTHER_COMMUNITY, REVISION_STALE
     */
    public Community changeMode(Mode mode, Said said) {
        if (mode == Mode.COLLABORATIVE) {
            throw refused(ErrorCode.MALFORMED, "mode");
        }
        return change(said, step(said, Kind.MODE, null, mode), before -> {
            if (before.mode() == mode) {
                throw refused(ErrorCode.MALFORMED, "mode");
            }
            checkSchools(before, mode);
            var isNew =
                    before.mode() == Mode.COLLABORATIVE && before.programmes().isEmpty();
            if (!isNew) {
                return with(before, mode, before.memberIds(), before.programmes());
            }
            var newIn = newIn(said.on());
            checkElsewhere(
                    before,
                    newIn,
                    schools.findAll(before.schoolIds(), Scope.EVERYWHERE).values(),
                    "mode");
            return with(before, mode, before.memberIds(), newIn);
        });
    }

    /** None where no programme runs on the day: it is formed outside of any task. */
    private Set<String> newIn(LocalDate day) {
        return programmes.list().stream()
                .filter(programme -> programme.span().contains(day))
                .map(Programme::id)
                .collect(Collectors.toSet());
    }

    private Community change(Said said, CommunityStep step, Function<Community, Community> next) {
        while (true) {
            var before = store.findHistory(said.communityId(), said.scope())
                    .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "communityId"));
            if (before.holds(step)) {
                return before.community();
            }
            var after = next.apply(before.community());
            if (before.revision() != said.expectedRevision()) {
                throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
            }
            var steps = new ArrayList<>(before.steps());
            steps.add(step);
            if (store.change(before, after, steps, Origin.of(said.viewer()), step.at())) {
                return after;
            }
            // somebody else wrote it between our look and our write: look again
        }
    }

    /** The same community with other schools: checked as a new one is, and lying where its schools lie. */
    private Community with(Community before, Mode mode, List<String> members, Set<String> newIn) {
        var ids = new HashSet<>(members);
        ids.add(before.coreId());
        var found = schools.findAll(ids, Scope.EVERYWHERE);
        var core = found.get(before.coreId());
        if (core == null) {
            throw refused(ErrorCode.NOT_FOUND, "communityId");
        }
        var there = members.stream()
                .map(id -> {
                    var member = found.get(id);
                    if (member == null) {
                        throw refused(ErrorCode.NOT_FOUND, "schoolId");
                    }
                    return member;
                })
                .toList();
        var refusals = CommunityRefusal.of(core, there);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        var places = new LinkedHashSet<>(core.places());
        there.forEach(member -> places.addAll(member.places()));
        return new Community(
                before.id(),
                before.name(),
                mode,
                before.countyCode(),
                before.coreId(),
                members,
                newIn,
                before.sortKey(),
                places);
    }

    /** A school has one community in a programme: else it would be counted twice. */
    private void checkElsewhere(Community community, Set<String> programmeIds, Collection<School> asked, String path) {
        var byId = asked.stream().collect(Collectors.toMap(School::id, Function.identity()));
        store.findBySchools(byId.keySet(), Scope.EVERYWHERE).stream()
                .filter(other -> !other.id().equals(community.id()))
                .filter(other -> other.programmes().stream().anyMatch(programmeIds::contains))
                .flatMap(other -> other.schoolIds().stream()
                        .flatMap(id -> Stream.ofNullable(byId.get(id)))
                        .map(school -> Refusal.of(
                                ErrorCode.SCHOOL_IN_OTHER_COMMUNITY, List.of(path), school.name(), other.name())))
                .findFirst()
                .ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
    }

    /** Urban schools are only core schools, rural ones only members (annex 1, notes 二.4); in a collaborative one, either. */
    private static void checkMember(Mode mode, School member) {
        if (mode != Mode.COLLABORATIVE && member.area() == SchoolArea.URBAN) {
            throw refused(ErrorCode.SCHOOL_URBAN, "schoolId", member.name());
        }
    }

    /** What is refused of one school is refused of those that are there, when a collaborative community becomes one that counts. */
    private void checkSchools(Community community, Mode mode) {
        if (community.mode() != Mode.COLLABORATIVE) {
            return;
        }
        var core = school(community.coreId());
        if (core.area() == SchoolArea.RURAL) {
            throw refused(ErrorCode.SCHOOL_RURAL, "mode", core.name());
        }
        schools.findAll(community.memberIds(), Scope.EVERYWHERE).values().forEach(member -> checkMember(mode, member));
    }

    private CommunityStep step(Said said, Kind kind, @Nullable String schoolId, @Nullable Mode mode) {
        var reason = said.reason().strip();
        if (reason.isEmpty()) {
            throw refused(ErrorCode.REQUIRED, "reason");
        }
        if (reason.length() > LONGEST_REASON) {
            throw refused(ErrorCode.TOO_LONG, "reason", LONGEST_REASON);
        }
        var now = now();
        var today = LocalDate.ofInstant(now, zone);
        var first = today.minusYears(1);
        if (said.on().isAfter(today) || said.on().isBefore(first)) {
            throw refused(ErrorCode.OUT_OF_RANGE, "on", first, today);
        }
        return new CommunityStep(
                kind, said.on(), schoolId, mode, reason, said.viewer().name(), now);
    }

    private School school(String id) {
        return schools.find(id, Scope.EVERYWHERE).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "schoolId"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RefusedException refused(ErrorCode code, String path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
