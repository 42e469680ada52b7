package org.tongke.backend.community.roster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A planned community and where each of its schools stands in the table that plans it.
 *
 * @param row the community
 * @param complete whether each name of a member school is known; if not, that is said elsewhere
 * @param places by raw id of the school; empty for one that is stored or was entered by hand
 */
record PlannedRow(RosterRow row, boolean complete, Map<String, SheetPlace> places) {
    PlannedRow {
        places = Map.copyOf(places);
    }

    static PlannedRow stored(RosterRow row) {
        return new PlannedRow(row, true, Map.of());
    }

    /** Where a school of it stands. */
    @Nullable
    SheetPlace place(RosterSchool school) {
        return places.get(school.id());
    }

    /** Where it begins. */
    @Nullable
    SheetPlace place() {
        return place(row.core());
    }
}
