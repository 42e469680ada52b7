package org.tongke.backend.verification.deadline;

import java.time.LocalDate;
import java.util.Collection;
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
        private static Count of(List<Expected> all, Predicate<CommunityStanding> counts) {
            int communities = 0;
            int members = 0;
            for (var one : all) {
                if (counts.test(one.community())) {
                    communities++;
                    members += one.community().memberCount();
                }
            }
            return new Count(communities, members);
        }
    }

    /**
     * A community, and how it stands to the next date.
     *
     * @param outlook empty where the programme has no such date
     * @param riskKey the order of lists by risk as one string, so that one cursor serves it: those at most risk first, of the same
     *     risk those that lack most
     */
    public record Expected(CommunityStanding community, Optional<Outlook> outlook, String riskKey) {
        /** The communities on a day, those at most risk first. Each is reckoned once, in however many regions it is counted. */
        public static List<Expected> inOrder(
                Collection<CommunityStanding> communities, Programme programme, LocalDate today) {
            var next = Milestones.next(programme, today);
            return communities.stream()
                    .map(community ->
                            of(community, next.map(date -> Outlook.of(community, date, programme.zone(), today))))
                    .sorted(Comparator.comparing(Expected::riskKey)
                            .thenComparing(one -> one.community().communityId()))
                    .toList();
        }

        private static Expected of(CommunityStanding community, Optional<Outlook> outlook) {
            return new Expected(
                    community, outlook, outlook.map(Outlook::riskKey).orElse("") + " " + community.sortKey());
        }

        /** Whether it meets all criteria or is verified, or will have enough activities by a day at the present pace. */
        boolean readyBy(LocalDate day) {
            return community.verified()
                    || community.operating()
                    || outlook.map(Outlook::enoughOn)
                            .filter(enough -> !enough.isAfter(day))
                            .isPresent();
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
     * @param communities new communities that lie there, as {@link Expected#inOrder} gives them
     * @param goal what the region is to reach; null if nothing is asked
     * @param today the day from which dates are seen
     */
    public static RegionStanding of(
            List<Expected> communities, @Nullable Goal goal, Programme programme, LocalDate today) {
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
                communities);
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
