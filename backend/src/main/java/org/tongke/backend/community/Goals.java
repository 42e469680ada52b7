package org.tongke.backend.community;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.Target;

/** What the regions of a programme are to reach at least at a moment: the printed figures, and above these what cities have raised. Pure. */
public final class Goals {
    private static final Goal NONE = new Goal(0, 0);

    private final Programme programme;
    private final Map<String, RaisedTarget> raised = new HashMap<>();
    private final Map<String, Goal> standing = new HashMap<>();

    /**
     * @param raised what was said of raises of the programme
     * @param moment what was said later does not hold
     */
    public Goals(Programme programme, Collection<RaisedTarget> raised, Instant moment) {
        this.programme = programme;
        raised.forEach(one -> {
            this.raised.put(one.regionCode(), one);
            one.goalAt(moment).ifPresent(goal -> standing.put(one.regionCode(), goal));
        });
    }

    /** What a region is to reach; empty where nothing is asked. City and province are to reach what is printed and all that was raised. */
    public Optional<Goal> find(String regionCode) {
        return programme.targets().find(regionCode).flatMap(this::of);
    }

    private Optional<Goal> of(Target row) {
        if (row.row() == Target.Row.UNIT) {
            return Optional.ofNullable(standing.get(row.regionCode())).or(() -> Goal.printed(row));
        }
        var goal = Goal.printed(row).orElse(NONE);
        for (var unit : programme.targets().unitsOf(row)) {
            var more = standing.get(unit.regionCode());
            if (more != null) {
                var printed = Goal.printed(unit).orElse(NONE);
                goal = new Goal(
                        goal.newMembers() + more.newMembers() - printed.newMembers(),
                        goal.pairedSchools() + more.pairedSchools() - printed.pairedSchools());
            }
        }
        return goal.equals(NONE) ? Goal.printed(row) : Optional.of(goal);
    }

    /** Whether a unit, or one of those that a total stands for, is to reach more than is printed. */
    public boolean isRaised(Target row) {
        return programme.targets().unitsOf(row).stream().anyMatch(unit -> standing.containsKey(unit.regionCode()));
    }

    /** What was said of a unit; empty if nothing ever was. */
    public Optional<RaisedTarget> raised(String regionCode) {
        return Optional.ofNullable(raised.get(regionCode));
    }
}
