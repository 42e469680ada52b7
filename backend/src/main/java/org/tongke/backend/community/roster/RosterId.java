package org.tongke.backend.community.roster;

import java.util.Optional;

/**
 * Names a roster, whether it has been written or not.
 *
 * @param programme raw id of the programme
 * @param county code of the county-level region
 */
public record RosterId(String programme, String county) {

    /** As it stands in the database. */
    public String raw() {
        return programme + ":" + county;
    }

    static Optional<RosterId> find(String raw) {
        var colon = raw.lastIndexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new RosterId(raw.substring(0, colon), raw.substring(colon + 1)));
    }
}
