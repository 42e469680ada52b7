package org.tongke.frontend.publication;

import java.util.List;
import java.util.Optional;
import org.tongke.frontend.contract.types.PublicCounts;
import org.tongke.frontend.contract.types.PublicRegionCount;
import org.tongke.frontend.contract.types.RegionKind;

/** How the regions stand, to be looked up. */
record Counts(PublicCounts all) {

    PublicRegionCount province() {
        return all.getRegions().getFirst();
    }

    Optional<PublicRegionCount> find(String code) {
        return all.getRegions().stream()
                .filter(region -> region.getCode().equals(code))
                .findFirst();
    }

    List<PublicRegionCount> children(PublicRegionCount above) {
        return all.getRegions().stream()
                .filter(region -> above.getCode().equals(region.getParentCode()))
                .toList();
    }

    List<PublicRegionCount> counties() {
        return all.getRegions().stream().filter(Counts::isCounty).toList();
    }

    static boolean isCounty(PublicRegionCount region) {
        return region.getKind() != RegionKind.PROVINCE && region.getKind() != RegionKind.CITY;
    }
}
