package org.tongke.backend.community;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.RaisedTarget.Step;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.Target;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;

/** Targets that cities have raised (annex 1, notes 二.3): what others may ask and do. Every command can be repeated. */
@Component
public class RaisedTargets implements GoalSource {
    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    private static final Goal NOTHING = new Goal(0, 0);

    private final RaisedTargetStore store;
    private final Regions regions;
    private final Clock clock;

    RaisedTargets(RaisedTargetStore store, Regions regions, Clock clock) {
        this.store = store;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public Goals goals(Programme programme, Instant moment) {
        return new Goals(programme, store.findAll(programme.id()), moment);
    }

    /** What they are to reach now. One round trip. */
    public Goals goals(Programme programme) {
        return goals(programme, clock.instant());
    }

    /**
     * Asks more of a unit than stands. Saying the same again changes nothing, whatever revision is expected.
     *
     * @param expectedRevision of what was said of the unit before; null if nothing ever was
     * @param pairedSchools null for twice the members, as the notice counts as a rule
     * @param scope where the viewer may
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, OUT_OF_RANGE, TARGET_NOT_RAISED, TARGET_WITHOUT_CORE, REVISION_STALE
     */
    public RegionTarget raise(
            Programme programme,
            String regionCode,
            @Nullable Long expectedRevision,
            int newMembers,
            @Nullable Integer pairedSchools,
            String reason,
            Viewer viewer,
            Scope scope) {
        var unit = unit(programme, regionCode, scope);
        var goal = new Goal(newMembers, pairedSchools == null ? 2 * newMembers : pairedSchools);
        var why = reason(reason);
        checkBounds(goal, unit.row());
        return say(
                unit,
                expectedRevision,
                before -> {
                    if (before != null
                            && before.standing()
                                    .filter(step -> goal.equals(step.goal())
                                            && step.reason().equals(why))
                                    .isPresent()) {
                        return null;
                    }
                    checkRaised(goal, standing(before, unit.row()));
                    return new Step(goal, why, viewer.name(), now());
                },
                viewer);
    }

    /**
     * Takes a raise back: what is printed holds again. What was said stays. Repeating it changes nothing, whatever revision is expected.
     *
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, REVISION_STALE
     */
    public RegionTarget withdraw(
            Programme programme,
            String regionCode,
            @Nullable Long expectedRevision,
            String reason,
            Viewer viewer,
            Scope scope) {
        var unit = unit(programme, regionCode, scope);
        var why = reason(reason);
        return say(
                unit,
                expectedRevision,
                before -> {
                    if (before == null) {
                        throw new RefusedException(Refusal.notFound("regionId"));
                    }
                    return before.standing().isEmpty() ? null : new Step(null, why, viewer.name(), now());
                },
                viewer);
    }

    /** What is to be said after what was said; null if that is so already. */
    private interface Next {
        @Nullable
        Step after(@Nullable RaisedTarget before);
    }

    private RegionTarget say(RegionTarget unit, @Nullable Long expectedRevision, Next next, Viewer viewer) {
        while (true) {
            var before = store.find(unit.programme().id(), unit.region().code()).orElse(null);
            var step = next.after(before);
            if (step == null) {
                return unit;
            }
            if (!Objects.equals(before == null ? null : before.revision(), expectedRevision)) {
                throw new RefusedException(Refusal.of(ErrorCode.REVISION_STALE, List.of("expectedRevision")));
            }
            var steps = new ArrayList<>(before == null ? List.of() : before.steps());
            steps.add(step);
            var after = new RaisedTarget(
                    unit.programme().id(),
                    unit.region().code(),
                    before == null ? 1 : before.revision() + 1,
                    steps,
                    unit.region().places());
            if (store.put(after, standing(before, unit.row()), Origin.of(viewer), step.at())) {
                return unit;
            }
            // somebody else wrote it between our look and our write: look again
        }
    }

    private static Goal standing(@Nullable RaisedTarget before, Target row) {
        return Optional.ofNullable(before)
                .flatMap(RaisedTarget::standing)
                .flatMap(step -> Optional.ofNullable(step.goal()))
                .or(() -> Goal.printed(row))
                .orElse(NOTHING);
    }

    private RegionTarget unit(Programme programme, String regionCode, Scope scope) {
        return regions.find(regionCode)
                .filter(region -> scope.covers(region.places()))
                .flatMap(region -> target(programme, region))
                .filter(target -> target.row().row() == Target.Row.UNIT)
                .orElseThrow(() -> new RefusedException(Refusal.notFound("regionId")));
    }

    /** A region's row of annex 1; empty where it has none. */
    public static Optional<RegionTarget> target(Programme programme, Region region) {
        return programme.targets().find(region.code()).map(row -> new RegionTarget(programme, region, row));
    }

    private static String reason(String said) {
        var reason = said.strip();
        if (reason.isEmpty()) {
            throw new RefusedException(Refusal.of(ErrorCode.REQUIRED, List.of("reason")));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new RefusedException(Refusal.of(ErrorCode.TOO_LONG, List.of("reason"), LONGEST_REASON));
        }
        return reason;
    }

    /** No more than there are schools: a figure above is a slip of the hand. Campuses may make a few paired ones more. */
    private static void checkBounds(Goal goal, Target row) {
        var most = row.schools().orZero();
        checkRange("newMembers", goal.newMembers(), most);
        checkRange("pairedSchools", goal.pairedSchools(), 2 * most);
        if (goal.pairedSchools() <= goal.newMembers()) {
            throw new RefusedException(new RaiseRefusal.NoCoreSchool(goal.newMembers()));
        }
    }

    private static void checkRange(String path, int count, int most) {
        if (count < 1 || count > most) {
            throw new RefusedException(Refusal.of(ErrorCode.OUT_OF_RANGE, List.of(path), 1, most));
        }
    }

    private static void checkRaised(Goal goal, Goal standing) {
        if (goal.newMembers() < standing.newMembers() || goal.equals(standing)) {
            throw new RefusedException(new RaiseRefusal.NotRaised(List.of("newMembers"), standing));
        }
        if (goal.pairedSchools() < standing.pairedSchools()) {
            throw new RefusedException(new RaiseRefusal.NotRaised(List.of("pairedSchools"), standing));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
