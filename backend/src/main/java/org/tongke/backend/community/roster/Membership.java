package org.tongke.backend.community.roster;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a school belongs in a programme: mostly to one community, to more of them only with reasons.
 *
 * @param programme raw id of the programme
 * @param schoolId raw id of the school
 * @param county code of the county whose locked roster says so
 * @param receipt number of the roll-up whose roster says so: what it made is not made a second time
 * @param in its communities; empty if the roster does not name it any more
 * @param places keys of the county and the regions above
 */
record Membership(
        String programme, String schoolId, String county, String receipt, List<In> in, Collection<String> places) {

    /**
     * A community that a school belongs to.
     *
     * @param community raw id of the community
     * @param core whether the school is its core school
     * @param reason why, where it belongs to another one as well
     */
    record In(String community, boolean core, @Nullable String reason) {}

    Membership {
        in = List.copyOf(in);
        places = List.copyOf(places);
    }

    static String idOf(String programme, String schoolId) {
        return programme + ":" + schoolId;
    }

    String id() {
        return idOf(programme, schoolId);
    }
}
