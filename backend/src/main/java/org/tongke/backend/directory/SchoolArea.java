package org.tongke.backend.directory;

/** What kind of place a school stands in, by the national education statistics (notice, annex 1, note 四). */
public enum SchoolArea {
    /** City 城区: only as core school. */
    URBAN,
    /** Town 镇区: as core or member school. */
    TOWN,
    /** Village 乡村: only as member school. */
    RURAL
}
