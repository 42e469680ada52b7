package org.tongke.backend.publication;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.Region;
import org.tongke.backend.verification.deadline.CommunityStanding;
import org.tongke.backend.verification.deadline.RegionStanding;

/**
 * How all regions stand in a programme, and which communities are verified.
 *
 * @param programme the programme
 * @param regions one standing for each region of the notice, by its code
 * @param verifiedAt when its county verified each of them, by the community's raw id
 * @param asOf when this was so
 */
public record PublicStanding(
        Programme programme, Map<String, RegionStanding> regions, Map<String, Instant> verifiedAt, Instant asOf) {

    public PublicStanding {
        regions = Map.copyOf(regions);
        verifiedAt = Map.copyOf(verifiedAt);
    }

    static PublicStanding of(Programme programme, Map<String, RegionStanding> regions, String all, Instant asOf) {
        var verified = new HashMap<String, Instant>();
        var province = regions.get(all);
        if (province != null) {
            province.outlooks().stream()
                    .map(RegionStanding.Expected::community)
                    .filter(CommunityStanding::verified)
                    .forEach(community -> verified.put(community.communityId(), community.verifiedAt()));
        }
        return new PublicStanding(programme, regions, verified, asOf);
    }

    /** How a region of the notice stands. */
    public RegionStanding of(Region region) {
        return Optional.ofNullable(regions.get(region.code())).orElseThrow();
    }
}
