package org.tongke.backend.community;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Goal;

/**
 * What a city has asked of a unit above what the notice prints, and all that was said of it. Nothing of it is ever lost: a raise that is
 * taken back stays with both reasons.
 *
 * @param programmeId raw id of the programme
 * @param regionCode code of the unit
 * @param revision how often it was written
 * @param steps what was said, the oldest first
 * @param places keys of the unit and the regions above
 */
public record RaisedTarget(
        String programmeId, String regionCode, long revision, List<Step> steps, Collection<String> places) {

    /**
     * A raise, or its end.
     *
     * @param goal what was asked from then on; null where the raise was taken back
     * @param reason why
     * @param by name of who said it, as it was then
     * @param at when
     */
    public record Step(@Nullable Goal goal, String reason, String by, Instant at) {}

    public RaisedTarget {
        steps = List.copyOf(steps);
        places = List.copyOf(places);
    }

    /** What is asked now; empty where what is printed holds. */
    public Optional<Step> standing() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast()).filter(step -> step.goal() != null);
    }

    /** What was asked at a moment; empty where what is printed held. */
    Optional<Goal> goalAt(Instant moment) {
        return steps.stream()
                .filter(step -> !step.at().isAfter(moment))
                .reduce((_, later) -> later)
                .flatMap(step -> Optional.ofNullable(step.goal()));
    }
}
