package org.tongke.backend.community.roster;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Milestone;
import org.tongke.backend.community.programme.Programme;

/**
 * How a county's roster stands to the dates of its programme.
 *
 * @param state how far it has come
 * @param timing how that is to the day by which it must be handed in
 * @param dueOn last day to hand it in; null if the programme has no such day
 * @param submittedAt when it was handed in; null while it is a draft
 * @param lockedAt when it was rolled up; null while it is not locked
 * @param communities planned communities
 * @param members different member schools
 * @param paired different schools, core and member together
 */
public record RosterDue(
        RosterState state,
        Timing timing,
        @Nullable LocalDate dueOn,
        @Nullable Instant submittedAt,
        @Nullable Instant lockedAt,
        int communities,
        int members,
        int paired) {
    /** How a roster stands to the day by which it must be handed in. */
    public enum Timing {
        /** The notice gives the county no task. */
        NO_TASK,
        /** It is not handed in, and need not be yet. */
        OPEN,
        /** It is not handed in, and today is the last day. */
        DUE_TODAY,
        /** It is not handed in, and should be. */
        MISSING,
        /** It was handed in after the day. */
        LATE,
        /** It was handed in by the day. */
        IN_TIME
    }

    static RosterDue of(Roster roster, Programme programme, LocalDate today) {
        var submitted = roster.submitted();
        return new RosterDue(
                roster.state(),
                timing(roster, programme, today),
                dueOn(programme, Milestone.Kind.ROSTER),
                submitted == null ? null : submitted.at(),
                roster.lock().map(lock -> lock.by().at()).orElse(null),
                roster.rows().size(),
                roster.memberCount(),
                roster.pairedCount());
    }

    /** The last day of a milestone: of {@code ROSTER} for counties, of {@code ROLL_UP} for cities; null if the programme has none. */
    public static @Nullable LocalDate dueOn(Programme programme, Milestone.Kind kind) {
        return programme.milestones().stream()
                .filter(one -> one.kind() == kind)
                .map(Milestone::dueOn)
                .findFirst()
                .orElse(null);
    }

    private static Timing timing(Roster roster, Programme programme, LocalDate today) {
        var due = dueOn(programme, Milestone.Kind.ROSTER);
        var first = roster.firstSubmittedAt();
        if (first.isPresent()) {
            var day = LocalDate.ofInstant(first.get(), programme.zone());
            return due != null && day.isAfter(due) ? Timing.LATE : Timing.IN_TIME;
        }
        var hasTask = programme
                .targets()
                .find(roster.id().county())
                .filter(one -> one.hasTask())
                .isPresent();
        if (!hasTask) {
            return Timing.NO_TASK;
        }
        if (due == null || today.isBefore(due)) {
            return Timing.OPEN;
        }
        return today.equals(due) ? Timing.DUE_TODAY : Timing.MISSING;
    }
}
