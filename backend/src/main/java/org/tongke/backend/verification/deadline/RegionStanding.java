package org.tongke.backend.verification.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Goal;
import org.tongke.backend.community.programme.Programme;

/**
 * How a region stands on a day: sums over its new communities and those of the regions below, nothing else.
 *
 * @param planned all of them
 * @param formed those that are formed
 * @param withPlan those for which the county's assessment plan speaks
 * @param operating those that operate normally
 * @param verified those that are verified
 * @param waiting those that wait for the county
 * @param resubmitted those of them that were sent back and are submitted again
 * @param goal what is to be reached, as printed or raised; null where nothing is asked
 * @param targetShare share of the goal's member schools that is verified, 0 or more; null where nothing is asked
 * @param milestones the dates that ask a share, in their order
 * @param outlooks the communities with how they stand to the next date, those at most risk first
 */
public record RegionStanding(
        Count planned,
        Count formed,
        Count withPlan,
        Count operating,
        Count verified,
        Count waiting,
        Count resubmitted,
        @Nullable Goal goal,
        @Nullable Double targetShare,
        List<MilestoneStanding> milestones,
        List<Expected> outlooks) {

    /** Communities, and the member schools of these. */
    public record Count(int communities, int members) {
        private static Count of(List<CommunityStanding> all, Predicate<CommunityStanding> counts) {
            var counted = all.stream().filter(counts).toList();
            return new Count(
                    counted.size(),
                    counted.stream().mapToInt(CommunityStanding::memberCount).sum());
        }
    }

    /** A community, and how it stands to the next date; without one where the programme has none. */
    public record Expected(CommunityStanding community, Optional<Outlook> outlook) {
        /** Those at most risk first, of the same risk those that lack most. */
        static final Comparator<Expected> BY_RISK = Comparator.comparing(Expected::riskKey)
                .thenComparing(one -> one.community().communityId());

        /** The order of lists by risk as one string, so that one cursor serves it. */
        public String riskKey() {
            return outlook.map(Outlook::riskKey).orElse("") + " " + community.sortKey();
        }

        /** Whether it misses the date, or will. */
        public boolean late() {
            return outlook.filter(Outlook::late).isPresent();
        }
    }

    public RegionStanding {
        milestones = List.copyOf(milestones);
        outlooks = List.copyOf(outlooks);
    }

    /**
     * The standing of a region.
     *
     * @param communities new communities that lie there
     * @param goal what the region is to reach; null if nothing is asked
     * @param today the day from which dates are seen
     */
    public static RegionStanding of(
            List<CommunityStanding> communities, @Nullable Goal goal, Programme programme, LocalDate today) {
        var verified = Count.of(communities, CommunityStanding::verified);
        return new RegionStanding(
                Count.of(communities, _ -> true),
                Count.of(communities, CommunityStanding::formed),
                Count.of(communities, CommunityStanding::hasPlan),
                Count.of(communities, CommunityStanding::operating),
                verified,
                Count.of(communities, CommunityStanding::waiting),
                Count.of(communities, CommunityStanding::resubmitted),
                goal,
                shareOf(goal, verified),
                Milestones.withShare(programme).stream()
                        .map(milestone -> MilestoneStanding.of(milestone, communities, goal, programme, today))
                        .toList(),
                communities.stream()
                        .map(community -> new Expected(community, Outlook.of(community, programme, today)))
                        .sorted(Expected.BY_RISK)
                        .toList());
    }

    /** The same as of {@link #outlooks}, those that lack most first. */
    public List<Expected> byLack() {
        return outlooks.stream()
                .sorted(Comparator.comparing((Expected one) -> one.community().sortKey())
                        .thenComparing(one -> one.community().communityId()))
                .toList();
    }

    /** How many miss the next date, or will. */
    public int lateCount() {
        return (int) outlooks.stream().filter(Expected::late).count();
    }

    private static @Nullable Double shareOf(@Nullable Goal goal, Count verified) {
        return goal == null || goal.newMembers() == 0
                ? null
                : Double.valueOf((double) verified.members() / goal.newMembers());
    }
}
