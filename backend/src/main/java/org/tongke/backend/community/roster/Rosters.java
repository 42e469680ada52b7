package org.tongke.backend.community.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.Target;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;

/** The rosters: what others may ask, and what a county does to its own besides filling it in. Every command can be repeated. */
@Component
public class Rosters {
    /** The collection whose changes tell of them. */
    public static final String COLLECTION = RosterStore.COLLECTION;

    private static final int LONGEST_REASON = 500;

    private final RosterStore store;
    private final Programmes programmes;
    private final Regions regions;
    private final Clock clock;

    Rosters(RosterStore store, Programmes programmes, Regions regions, Clock clock) {
        this.store = store;
        this.programmes = programmes;
        this.regions = regions;
        this.clock = clock;
    }

    /** The same rosters, written to at another time: for demo data, which has a past. */
    public Rosters at(Instant instant) {
        return new Rosters(store, programmes, regions, Clock.fixed(instant, clock.getZone()));
    }

    /** The roster with a raw id, whether somebody has written it or not; empty if there is no such programme or county in scope. */
    public Optional<Roster> find(String raw, Scope scope) {
        return Optional.ofNullable(findAll(List.of(raw), scope).get(raw));
    }

    private static boolean hasRoster(Region region) {
        return region.kind().isCountyLevel();
    }

    /** The rosters with raw ids, as {@link #find} finds each. One round trip. */
    Map<String, Roster> findAll(Collection<String> raws, Scope scope) {
        var ids = raws.stream()
                .flatMap(raw -> RosterId.find(raw).stream())
                .filter(id -> programmes.find(id.programme()).isPresent())
                .filter(id ->
                        regions.find(id.county()).filter(Rosters::hasRoster).isPresent())
                .toList();
        var found = new HashMap<String, Roster>();
        ids.forEach(id ->
                found.put(id.raw(), Roster.empty(id, regions.get(id.county()).places())));
        store.findAll(ids).forEach(roster -> found.put(roster.id().raw(), roster));
        found.values().removeIf(roster -> !scope.covers(roster.places()));
        return found;
    }

    /** The rosters of a county-level region, or of those below a region that have a task or a roster; in the notice's order. One round trip. */
    public List<Roster> list(Programme programme, Region region) {
        var units = units(region).toList();
        var written = findWritten(programme, units);
        return units.stream()
                .filter(unit -> unit.equals(region)
                        || written.containsKey(unit.code())
                        || programme
                                .targets()
                                .find(unit.code())
                                .filter(Target::hasTask)
                                .isPresent())
                .map(unit -> written.getOrDefault(unit.code(), empty(programme, unit)))
                .toList();
    }

    private Stream<Region> units(Region region) {
        return hasRoster(region)
                ? Stream.of(region)
                : regions.children(region.code()).stream().flatMap(this::units);
    }

    private Map<String, Roster> findWritten(Programme programme, Collection<Region> units) {
        var ids = units.stream()
                .map(unit -> new RosterId(programme.id(), unit.code()))
                .toList();
        return store.findAll(ids).stream()
                .collect(Collectors.toMap(roster -> roster.id().county(), Function.identity()));
    }

    private static Roster empty(Programme programme, Region unit) {
        return Roster.empty(new RosterId(programme.id(), unit.code()), unit.places());
    }

    /** How a county's roster stands today. One round trip. */
    public RosterDue standing(Programme programme, Region county) {
        return standing(
                findWritten(programme, List.of(county)).getOrDefault(county.code(), empty(programme, county)),
                programme);
    }

    /** How the rosters of counties stand today, by their codes. One round trip. */
    public Map<String, RosterDue> standings(Programme programme, Collection<Region> counties) {
        var written = findWritten(programme, counties);
        var standings = new HashMap<String, RosterDue>();
        counties.forEach(county -> standings.put(
                county.code(), standing(written.getOrDefault(county.code(), empty(programme, county)), programme)));
        return standings;
    }

    /** How a roster stands today. */
    public RosterDue standing(Roster roster) {
        return standing(roster, programmeOf(roster));
    }

    private RosterDue standing(Roster roster, Programme programme) {
        return RosterDue.of(roster, programme, LocalDate.ofInstant(clock.instant(), programme.zone()));
    }

    /** The programme of a roster. */
    public Programme programmeOf(Roster roster) {
        return programmes.find(roster.id().programme()).orElseThrow();
    }

    /** Why nothing in a roster may be changed now; empty if it may. */
    public List<Refusal> whyNotEdited(Roster roster) {
        return RosterRefusals.ofEditing(roster, programmeOf(roster).zone());
    }

    /**
     * Hands a roster in.
     *
     * @throws RefusedException NOT_FOUND, ROSTER_LOCKED, ROSTER_EMPTY, TOO_LONG, REVISION_STALE
     */
    public Roster submit(String raw, long expectedRevision, FormHead head, Viewer viewer, Scope scope) {
        var before = get(raw, scope);
        if (before.state() == RosterState.SUBMITTED) {
            return before;
        }
        requireOpen(before);
        requireShort(head);
        requireRevision(before, expectedRevision);
        if (before.rows().isEmpty()) {
            throw new RefusedException(RosterRefusals.of(ErrorCode.ROSTER_EMPTY, "rosterId"));
        }
        return write(before, before.submitted(head.or(before.head()), sign(viewer, null)), viewer);
    }

    /**
     * Makes a draft again of a roster that is handed in and not rolled up: the county takes it back, or the city sends it back.
     *
     * @throws RefusedException NOT_FOUND, ROSTER_LOCKED, REQUIRED, TOO_LONG, REVISION_STALE
     */
    public Roster giveBack(String raw, long expectedRevision, String reason, Viewer viewer, Scope scope) {
        requireReason(reason);
        var before = get(raw, scope);
        if (before.state() == RosterState.DRAFT) {
            return before;
        }
        if (before.state() == RosterState.LOCKED) {
            throw new RefusedException(whyNotEdited(before));
        }
        requireRevision(before, expectedRevision);
        return write(before, before.returned(sign(viewer, reason)), viewer);
    }

    /**
     * Asks that a locked roster be opened again.
     *
     * @throws RefusedException NOT_FOUND, ROSTER_NOT_LOCKED, REQUIRED, TOO_LONG, DECIDED_MEANWHILE if it is asked already, REVISION_STALE
     */
    public Roster askReopening(String raw, long expectedRevision, String reason, Viewer viewer, Scope scope) {
        requireReason(reason);
        var before = get(raw, scope);
        var open = before.reopening().filter(Reopening::isOpen);
        if (open.isPresent() && reason.strip().equals(open.get().asked().reason())) {
            return before;
        }
        if (before.state() != RosterState.LOCKED) {
            throw new RefusedException(RosterRefusals.of(ErrorCode.ROSTER_NOT_LOCKED, "rosterId"));
        }
        if (open.isPresent()) {
            throw new RefusedException(RosterRefusals.of(ErrorCode.REOPENING_ASKED, "rosterId"));
        }
        requireRevision(before, expectedRevision);
        return write(before, before.asked(new Reopening(sign(viewer, reason), null, null)), viewer);
    }

    /**
     * Decides on a county's wish: the city first, then the province.
     *
     * @param levels the stages at which the viewer decides, by the places of a roster
     * @throws RefusedException NOT_FOUND, REOPENING_NOT_DUE if the viewer has nothing to decide, REQUIRED, TOO_LONG, REVISION_STALE
     */
    public Roster decideReopening(
            String raw,
            long expectedRevision,
            Function<Collection<String>, Set<Reopening.Stage>> levels,
            boolean granted,
            String reason,
            Viewer viewer,
            Scope scope) {
        requireReason(reason);
        var before = get(raw, scope);
        var wish = before.reopening();
        var said = new Reopening.Decided(granted, sign(viewer, reason));
        if (wish.filter(one -> one.says(said)).isPresent()) {
            return before;
        }
        var due = levels.apply(before.places());
        if (wish.filter(one -> due.contains(one.stage())).isEmpty()) {
            throw new RefusedException(RosterRefusals.of(ErrorCode.REOPENING_NOT_DUE, "rosterId"));
        }
        requireRevision(before, expectedRevision);
        return write(before, before.decided(said), viewer);
    }

    /** The roster with a raw id. */
    Roster get(String raw, Scope scope) {
        return find(raw, scope).orElseThrow(() -> new RefusedException(Refusal.notFound("rosterId")));
    }

    void requireOpen(Roster roster) {
        var reasons = whyNotEdited(roster);
        if (!reasons.isEmpty()) {
            throw new RefusedException(reasons);
        }
    }

    static void requireRevision(Roster roster, long expected) {
        if (roster.revision() != expected) {
            throw new RefusedException(RosterRefusals.of(ErrorCode.REVISION_STALE, "expectedRevision"));
        }
    }

    static void requireShort(FormHead head) {
        if (head.isTooLong()) {
            throw new RefusedException(RosterRefusals.of(ErrorCode.TOO_LONG, "head", FormHead.MOST));
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new RefusedException(RosterRefusals.of(ErrorCode.REQUIRED, "reason"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new RefusedException(RosterRefusals.of(ErrorCode.TOO_LONG, "reason", LONGEST_REASON));
        }
    }

    /** Writes what follows what was read; whoever was faster is not overwritten, and the second is told. */
    Roster write(Roster before, Roster after, Viewer viewer) {
        if (!writeAll(List.of(new RosterStore.Step(before, after)), viewer)) {
            throw new RefusedException(RosterRefusals.of(ErrorCode.REVISION_STALE, "expectedRevision"));
        }
        return store.find(after.id()).orElseThrow();
    }

    /** @return whether all were written; if not, somebody else was faster with some */
    boolean writeAll(List<RosterStore.Step> steps, Viewer viewer) {
        return store.write(steps, Origin.of(viewer), now());
    }

    Signature sign(Viewer viewer, @Nullable String reason) {
        return Signature.of(viewer, now(), reason == null ? null : reason.strip());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
