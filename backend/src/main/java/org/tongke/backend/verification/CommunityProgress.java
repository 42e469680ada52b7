package org.tongke.backend.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.verification.deadline.CommunityStanding;
import org.tongke.backend.verification.deadline.Pace;
import org.tongke.backend.verification.evaluation.CriterionResult.State;

/**
 * What a new community of a programme has, needs and lacks. It follows from facts, standard and clock alone.
 *
 * @param id whose progress, in which programme
 * @param mode how its schools belong together: decides what is asked
 * @param countyCode code of its county-level region
 * @param memberCount how many member schools it has
 * @param criteria the criteria of annex 2 in their order
 * @param paces how fast it gets what is asked of each kind of activity
 * @param review how it stands with the county that verifies it
 * @param nextDueAt when the next thing becomes true by the clock alone (a lesson is over); null if nothing will
 * @param sortKey order of lists: those that lack most criteria first, then by name (pinyin)
 * @param places keys of its schools and of their regions
 * @param pastDay the day at whose end it was shown so; null as it stands now
 */
public record CommunityProgress(
        ProgressId id,
        Mode mode,
        String countyCode,
        int memberCount,
        List<CriterionProgress> criteria,
        List<Pace> paces,
        Review review,
        @Nullable Instant nextDueAt,
        String sortKey,
        Collection<String> places,
        @Nullable LocalDate pastDay)
        implements Placed {
    /** The criterion that the community is formed: its name on the county's list, by formal document (annex 2, 一(一)). */
    private static final String FORMED = "1.1";

    /** The criterion that the county's assessment plan speaks for it (annex 2, 一(二)). */
    static final String PLAN = "1.2";

    private static final int MOST_CRITERIA = 99;

    public CommunityProgress {
        criteria = List.copyOf(criteria);
        paces = List.copyOf(paces);
        places = List.copyOf(places);
    }

    /** How many criteria the standard asks of its mode. */
    public int askedCount() {
        return criteria.size() - count(State.NOT_ASKED);
    }

    /** How many of those are met. */
    public int metCount() {
        return count(State.MET);
    }

    /** Whether something is asked and all of it is met: the community operates normally. */
    public boolean operating() {
        return askedCount() > 0 && metCount() == askedCount();
    }

    /** Whether it is formed. */
    public boolean formed() {
        return meets(FORMED);
    }

    private boolean meets(String code) {
        return criteria.stream().anyMatch(criterion -> criterion.code().equals(code) && criterion.state() == State.MET);
    }

    /** When the county found that it meets the standard; null if that does not hold. A criterion that fell since does not end it. */
    public @Nullable Instant verifiedAt() {
        return review.verifiedAt();
    }

    /**
     * The same, with how it stands with the county.
     *
     * @param verdict what the county last said of it; null if it has said nothing
     * @param before what was known of it before
     */
    CommunityProgress reviewed(@Nullable Verdict verdict, Optional<CommunityProgress> before, Instant now) {
        var review = Review.of(
                verdict, operating(), before.map(CommunityProgress::review).orElse(Review.NONE), now);
        return new CommunityProgress(
                id, mode, countyCode, memberCount, criteria, paces, review, nextDueAt, sortKey, places, pastDay);
    }

    /** The same as it was shown at the end of a day, without the facts: these are not kept. */
    CommunityProgress past(@Nullable LocalDate day) {
        return new CommunityProgress(
                id,
                mode,
                countyCode,
                memberCount,
                criteria.stream().map(CriterionProgress::withoutFacts).toList(),
                paces,
                review,
                nextDueAt,
                sortKey,
                places,
                day);
    }

    /** As far as sums and dates need it. */
    public CommunityStanding standing() {
        return new CommunityStanding(
                id.communityId(),
                memberCount,
                formed(),
                meets(PLAN),
                operating(),
                review.verifiedAt(),
                review.waitingSince() != null,
                review.resubmitted(),
                paces,
                sortKey,
                places);
    }

    private int count(State state) {
        return (int) criteria.stream()
                .filter(criterion -> criterion.state() == state)
                .count();
    }

    /** The order of lists as one string, so that one index and one cursor serve it. */
    static String sortKey(List<CriterionProgress> criteria, String nameSortKey) {
        var lacking = criteria.stream()
                .filter(criterion -> criterion.state() == State.LACKING)
                .count();
        return String.format(Locale.ROOT, "%02d %s", MOST_CRITERIA - lacking, nameSortKey);
    }
}
