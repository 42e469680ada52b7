package org.tongke.backend.verification.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Milestone;
import org.tongke.backend.community.programme.Programme;

/**
 * Whether a community will be ready for a date, at its present pace. The date is the next one that asks a share of the communities;
 * after the last, the last. Where a date asks for less than all, a county may do without some of those that miss it: how many it needs
 * stands in {@link MilestoneStanding}.
 *
 * @param state how it stands
 * @param milestone the date
 * @param enoughOn the day on which there will be enough activities; null where of some kind nothing counts yet
 */
public record Outlook(
        State state, Milestone milestone, @Nullable LocalDate enoughOn) {

    /** Later than any day that is reckoned with, in days of the epoch. */
    private static final int FAR_DAY = 9_999_999;

    /** How a community stands to a date, those at most risk first. */
    public enum State {
        /** The date is over, and it is not verified. */
        LATE,
        /** At the present pace it will not have enough by then. */
        TOO_LATE,
        /** At the present pace it will have enough by then. */
        ON_TIME,
        /** It meets all criteria, but the county sent it back. */
        SENT_BACK,
        /** It meets all criteria and waits for the county. */
        READY,
        /** It is verified. */
        VERIFIED
    }

    /** How a community stands on a day; empty where the programme asks a share by no date. */
    public static Optional<Outlook> of(CommunityStanding standing, Programme programme, LocalDate today) {
        return Milestones.next(programme, today).map(next -> of(standing, next, programme.zone(), today));
    }

    /** The same, the next date being known. */
    static Outlook of(CommunityStanding standing, Milestone next, ZoneId zone, LocalDate today) {
        var enoughOn = standing.enoughOn(today, zone).orElse(null);
        return new Outlook(stateOf(standing, next, enoughOn, today), next, enoughOn);
    }

    /** Whether it misses the date, or will. */
    public boolean late() {
        return state == State.LATE || state == State.TOO_LATE;
    }

    /** By how many days it will be too late; null where it will not, or nobody can say. */
    public @Nullable Integer daysLate() {
        return late() && enoughOn != null && enoughOn.isAfter(milestone.dueOn())
                ? Math.toIntExact(ChronoUnit.DAYS.between(milestone.dueOn(), enoughOn))
                : null;
    }

    /** Those at most risk first: by state, then those that have not begun, then by how much they are late. As text, for cursors. */
    String riskKey() {
        return String.format(
                Locale.ROOT, "%d %07d", state.ordinal(), enoughOn == null ? 0 : FAR_DAY - enoughOn.toEpochDay());
    }

    private static State stateOf(
            CommunityStanding standing, Milestone milestone, @Nullable LocalDate enoughOn, LocalDate today) {
        if (standing.verified()) {
            return State.VERIFIED;
        }
        if (today.isAfter(milestone.dueOn())) {
            return State.LATE;
        }
        if (standing.operating()) {
            return standing.waiting() ? State.READY : State.SENT_BACK;
        }
        return enoughOn == null || enoughOn.isAfter(milestone.dueOn()) ? State.TOO_LATE : State.ON_TIME;
    }
}
