package org.tongke.backend.directory;

/** What a region is in the tree province → city → county. */
public enum RegionKind {
    /** Province. */
    PROVINCE,
    /** City 设区市. */
    CITY,
    /** County, city or district at county level. */
    COUNTY,
    /** Functional zone 功能区, run by its city and counted as a county-level unit. */
    ZONE,
    /** The part run by the city itself 市本级, counted as a county-level unit. */
    CITY_LEVEL;

    /** Whether it stands at the bottom of the tree. */
    public boolean isCountyLevel() {
        return this == COUNTY || this == ZONE || this == CITY_LEVEL;
    }
}
