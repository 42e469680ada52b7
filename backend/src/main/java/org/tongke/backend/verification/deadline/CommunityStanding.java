package org.tongke.backend.verification.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One new community, as far as sums and dates need it.
 *
 * @param communityId raw id of the community
 * @param memberCount how many member schools it has
 * @param formed whether it is formed
 * @param hasPlan whether its county's assessment plan speaks for it
 * @param operating whether it meets all criteria
 * @param verifiedAt when the county verified it; null as long as it has not
 * @param waiting whether it waits for the county
 * @param resubmitted whether it waits again after it was sent back
 * @param paces what is asked of each kind of activity, and how fast it comes
 * @param sortKey its place in lists: what lacks most comes first
 * @param places keys of its schools and of their regions
 */
public record CommunityStanding(
        String communityId,
        int memberCount,
        boolean formed,
        boolean hasPlan,
        boolean operating,
        @Nullable Instant verifiedAt,
        boolean waiting,
        boolean resubmitted,
        List<Pace> paces,
        String sortKey,
        Collection<String> places) {

    public CommunityStanding {
        paces = List.copyOf(paces);
        places = List.copyOf(places);
    }

    /** Whether it is verified. */
    public boolean verified() {
        return verifiedAt != null;
    }

    /** Whether it was verified by the end of a day. */
    boolean verifiedBy(LocalDate day, ZoneId zone) {
        return verifiedAt != null && !LocalDate.ofInstant(verifiedAt, zone).isAfter(day);
    }

    /**
     * The day on which there will be enough activities of each kind at the present pace; empty where of one kind nothing counts yet. What
     * has no pace (documents, subjects, exchange) is taken to come in time.
     */
    Optional<LocalDate> enoughOn(LocalDate today, ZoneId zone) {
        var latest = today;
        for (var pace : paces) {
            var enough = pace.enoughOn(today, zone);
            if (enough.isEmpty()) {
                return Optional.empty();
            }
            latest = enough.get().isAfter(latest) ? enough.get() : latest;
        }
        return Optional.of(latest);
    }
}
