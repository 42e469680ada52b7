package org.tongke.backend.directory;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;

/**
 * A node of the tree province → city → county.
 *
 * @param code division code, or one of ours for units without an official one
 * @param name name, as in 乐清市
 * @param kind what it is
 * @param parentCode code of the region above; null for the province
 * @param places its own key and those of all regions above
 */
public record Region(
        String code, String name, RegionKind kind, @Nullable String parentCode, Collection<String> places)
        implements Node, Placed {

    public Region {
        places = List.copyOf(places);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Region", code);
    }
}
