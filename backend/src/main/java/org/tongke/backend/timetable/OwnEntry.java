package org.tongke.backend.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something of one's own at one of its places.
 *
 * @param plan what stands there
 * @param startsAt when this place begins
 * @param endsAt when this place ends
 * @param conflicts what stands at the same time, in the order of their start; at most {@value Conflict#MOST}
 */
public record OwnEntry(OwnPlan plan, Instant startsAt, Instant endsAt, List<Conflict> conflicts) {

    public OwnEntry {
        conflicts = List.copyOf(conflicts);
    }

    OwnEntry with(List<Conflict> newConflicts) {
        return new OwnEntry(plan, startsAt, endsAt, newConflicts);
    }

    /** Id that the client made. */
    public String id() {
        return plan.id();
    }

    /** How often it was written. */
    public long revision() {
        return plan.revision();
    }

    /** Its title. */
    public String title() {
        return plan.title();
    }

    /** Where it takes place; null if not told. */
    public @Nullable String place() {
        return plan.place();
    }

    /** Its note; null if there is none. */
    public @Nullable String note() {
        return plan.note();
    }

    /** Its colour. */
    public OwnColour colour() {
        return plan.colour();
    }

    /** Whether it comes again each week. */
    public boolean weekly() {
        return plan.weekly();
    }

    /** Last day on which a weekly one may begin; null for no end. */
    public @Nullable LocalDate until() {
        return plan.until();
    }

    /** When it begins for the first time. */
    public Instant firstStartsAt() {
        return plan.startsAt();
    }

    /** When it ends for the first time. */
    public Instant firstEndsAt() {
        return plan.endsAt();
    }
}
