package org.tongke.backend.verification.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.Milestone;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.verification.deadline.RegionStanding.Expected;

/**
 * How a region stands to a date that asks a share of its new communities.
 *
 * @param milestone the date
 * @param state how it stands
 * @param neededCount how many communities the share is, rounded up
 * @param verifiedCount communities verified by the end of that day, or so far
 * @param verifiedMemberCount member schools of these
 * @param targetMemberCount the same share of the member schools to be reached, rounded up; null where nothing is asked
 * @param expectedCount communities verified by then, or that will meet all criteria by then at the present pace
 */
public record MilestoneStanding(
        Milestone milestone,
        State state,
        int neededCount,
        int verifiedCount,
        int verifiedMemberCount,
        @Nullable Integer targetMemberCount,
        int expectedCount) {

    /** How a region stands to a date. */
    public enum State {
        /** Enough were verified by the day. */
        DONE,
        /** Enough were verified, but some of them after the day. */
        DONE_LATE,
        /** The day lies ahead, and enough will be ready at the present pace. */
        DUE,
        /** The day lies ahead, and at the present pace not enough will be ready. */
        AT_RISK,
        /** The day is over, and not enough are verified. */
        LATE,
        /** There are no new communities. */
        NOTHING_ASKED
    }

    static MilestoneStanding of(
            Milestone milestone,
            List<Expected> communities,
            @Nullable Goal goal,
            Programme programme,
            LocalDate today) {
        var zone = programme.zone();
        var needed = shareOf(milestone, communities.size());
        var verified = communities.stream()
                .map(Expected::community)
                .filter(community -> community.verifiedBy(milestone.dueOn(), zone))
                .toList();
        var expected = today.isAfter(milestone.dueOn())
                ? verified.size()
                : (int) communities.stream()
                        .filter(community -> community.readyBy(milestone.dueOn()))
                        .count();
        return new MilestoneStanding(
                milestone,
                stateOf(milestone, needed, verified.size(), expected, communities, today),
                needed,
                verified.size(),
                verified.stream().mapToInt(CommunityStanding::memberCount).sum(),
                goal == null ? null : Integer.valueOf(shareOf(milestone, goal.newMembers())),
                expected);
    }

    private static State stateOf(
            Milestone milestone, int needed, int verified, int expected, List<Expected> communities, LocalDate today) {
        if (needed == 0) {
            return State.NOTHING_ASKED;
        }
        if (verified >= needed) {
            return State.DONE;
        }
        if (today.isAfter(milestone.dueOn())) {
            var sinceThen = communities.stream()
                    .filter(one -> one.community().verified())
                    .count();
            return sinceThen >= needed ? State.DONE_LATE : State.LATE;
        }
        return expected >= needed ? State.DUE : State.AT_RISK;
    }

    /** Rounded up: 30 % of 11 communities are 4. */
    private static int shareOf(Milestone milestone, int count) {
        return Math.ceilDiv(Objects.requireNonNull(milestone.sharePercent()) * count, 100);
    }
}
