package org.tongke.backend.community.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Regions;

/**
 * Rolls up the rosters of a city's counties (汇总; part 二.(一), annex 4, note 3). What is rolled up is locked, each county by one write that
 * carries its receipt; who is killed in between rolls up the rest by saying the same again.
 */
@Component
public class RollUps {
    /** Rosters rolled up at once at most. */
    static final int MOST = 100;

    private static final int DIGITS = 6;

    private final Rosters rosters;
    private final Regions regions;

    RollUps(Rosters rosters, Regions regions) {
        this.rosters = rosters;
        this.regions = regions;
    }

    /** The same, at another time: for demo data, which has a past. */
    public RollUps at(Instant instant) {
        return new RollUps(rosters.at(instant), regions);
    }

    /**
     * A roster that is to be rolled up.
     *
     * @param raw raw id of the roster
     * @param expectedRevision as it was seen
     */
    public record Wanted(String raw, long expectedRevision) {}

    /**
     * What came of it.
     *
     * @param number number of the receipt; null if nothing is locked
     * @param locked what is locked under it
     * @param refusals why others are not
     */
    public record RolledUp(@Nullable String number, List<Roster> locked, List<Refusal> refusals) {}

    /**
     * Rolls up rosters: the good ones are locked, whatever is wrong with others. Saying the same again changes nothing. Three round trips.
     *
     * @param id the client's id of the roll-up
     * @param scope where the viewer may do so
     * @throws RefusedException REQUIRED for no roster, OUT_OF_RANGE for more than {@value #MOST}
     */
    public RolledUp rollUp(UUID id, List<Wanted> wanted, Viewer viewer, Scope scope) {
        if (wanted.isEmpty()) {
            throw new RefusedException(Refusal.of(ErrorCode.REQUIRED, List.of("rosters")));
        }
        if (wanted.size() > MOST) {
            throw new RefusedException(Refusal.of(ErrorCode.OUT_OF_RANGE, List.of("rosters"), 1, MOST));
        }
        var raws = wanted.stream().map(Wanted::raw).toList();
        var before = rosters.findAll(raws, scope);
        var steps = new ArrayList<RosterStore.Step>();
        for (var one : wanted) {
            var roster = before.get(one.raw());
            if (roster != null && isToLock(roster, one)) {
                steps.add(
                        new RosterStore.Step(roster, roster.locked(numberOf(roster, id), rosters.sign(viewer, null))));
            }
        }
        rosters.writeAll(steps, viewer);
        return told(id, wanted, steps.isEmpty() ? before : rosters.findAll(raws, scope));
    }

    private static boolean isToLock(Roster roster, Wanted wanted) {
        return roster.state() == RosterState.SUBMITTED && roster.revision() == wanted.expectedRevision();
    }

    /** What stands there now is the answer, whether this request wrote it or one before. */
    private RolledUp told(UUID id, List<Wanted> wanted, Map<String, Roster> now) {
        var locked = new ArrayList<Roster>();
        var refusals = new ArrayList<Refusal>();
        for (int index = 0; index < wanted.size(); index++) {
            var roster = now.get(wanted.get(index).raw());
            if (roster != null && isLockedBy(roster, id)) {
                locked.add(roster);
            } else {
                refusals.add(at(index, refusal(roster)));
            }
        }
        var number = locked.isEmpty() ? null : numberOf(locked.getFirst(), id);
        return new RolledUp(number, locked, refusals);
    }

    private boolean isLockedBy(Roster roster, UUID id) {
        return roster.lock()
                .filter(lock -> lock.number().equals(numberOf(roster, id)))
                .isPresent();
    }

    private Refusal refusal(@Nullable Roster roster) {
        if (roster == null) {
            return Refusal.notFound("rosterId");
        }
        return switch (roster.state()) {
            case LOCKED -> rosters.whyNotEdited(roster).getFirst();
            case DRAFT ->
                RosterRefusals.of(
                        ErrorCode.ROSTER_NOT_SUBMITTED,
                        "rosterId",
                        regions.get(roster.id().county()).name());
            case SUBMITTED -> RosterRefusals.of(ErrorCode.REVISION_STALE, "expectedRevision");
        };
    }

    /** The same for all counties of a city and for each time that the same is said. */
    private String numberOf(Roster roster, UUID id) {
        return roster.id().programme() + "-"
                + regions.get(roster.id().county()).parentCode() + "-"
                + Sha256.of(id.toString()).substring(0, DIGITS).toUpperCase(Locale.ROOT);
    }

    private static Refusal at(int index, Refusal refusal) {
        var path = new ArrayList<>(List.of("rosters", Integer.toString(index)));
        path.addAll(refusal.path());
        return Refusal.of(refusal.code(), path, refusal.arguments().toArray());
    }
}
