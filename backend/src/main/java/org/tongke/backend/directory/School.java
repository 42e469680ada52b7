package org.tongke.backend.directory;

import java.util.Collection;
import java.util.List;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Placed;

/**
 * A school or campus.
 *
 * @param id raw id
 * @param name full name, as on its seal
 * @param area what kind of place it stands in
 * @param countyCode code of its county-level region
 * @param sortKey its name in pinyin: the order of lists
 * @param places its own key and those of its regions
 */
public record School(
        String id, String name, SchoolArea area, String countyCode, String sortKey, Collection<String> places)
        implements Node, Placed {

    public School {
        places = List.copyOf(places);
    }

    /** Its key among places. */
    public PlaceKey key() {
        return PlaceKey.school(id);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("School", id);
    }
}
