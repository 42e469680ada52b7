package org.tongke.backend.publication;

import java.util.List;
import java.util.Map;
import org.tongke.backend.directory.Region;

/**
 * How a region stands, as somebody sees it who has a link.
 *
 * @param link the link
 * @param standing how all regions stand
 * @param above the regions from the link's down to the one that is shown, without it
 * @param region the one that is shown
 * @param below the regions below it
 * @param communities new communities of a county-level region, those first that lack most; none for others
 * @param schoolNames full names of their schools by raw id
 */
public record SharedStanding(
        ShareLink link,
        PublicStanding standing,
        List<Region> above,
        Region region,
        List<Region> below,
        List<SharedCommunity> communities,
        Map<String, String> schoolNames) {

    public SharedStanding {
        above = List.copyOf(above);
        below = List.copyOf(below);
        communities = List.copyOf(communities);
        schoolNames = Map.copyOf(schoolNames);
    }
}
