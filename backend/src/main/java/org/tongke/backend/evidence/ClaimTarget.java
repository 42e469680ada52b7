package org.tongke.backend.evidence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/** For whom a file is to speak, as the client says it. */
public sealed interface ClaimTarget {

    /** For one community, by its raw id. */
    record OneCommunity(String communityId) implements ClaimTarget {}

    /**
     * For communities of the county that issued the document.
     *
     * @param countyCode code of the county
     * @param communityIds raw ids of these; empty for all that are new ones of the programme when the file is confirmed
     */
    record OfCounty(String countyCode, Optional<List<String>> communityIds) implements ClaimTarget {
        public OfCounty {
            communityIds = communityIds.map(List::copyOf);
        }
    }

    /**
     * Whichever of the two is named.
     *
     * @throws RefusedException REQUIRED, if not exactly one is
     */
    static ClaimTarget of(
            @Nullable String communityId, @Nullable String countyCode, @Nullable List<String> communityIds) {
        if (communityId != null && countyCode == null) {
            return new OneCommunity(communityId);
        }
        if (communityId == null && countyCode != null) {
            return new OfCounty(countyCode, Optional.ofNullable(communityIds));
        }
        throw new RefusedException(Refusal.of(ErrorCode.REQUIRED, List.of("communityId")));
    }
}
