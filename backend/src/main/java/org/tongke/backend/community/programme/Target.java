package org.tongke.backend.community.programme;

/**
 * A row of annex 1.
 *
 * @param regionCode code of the region in {@code directory/regions.csv}; in totals that of the city or the province
 * @param row what the row is
 * @param city the city as printed; empty in the province's total
 * @param unit the unit as printed, with its 代管; 小计 and 合计 in totals
 * @param schools compulsory-education schools (义务教育学校总数)
 * @param urban of these in urban areas (城区)
 * @param town of these in town areas (镇区)
 * @param rural of these in rural areas (乡村)
 * @param existingMerged member schools of merged communities formed before the programme
 * @param existingCoBuilt member schools of co-built communities formed before the programme
 * @param existingCollaborative member schools of collaborative communities formed before the programme
 * @param newMembers new member schools the unit must at least reach
 * @param newPairedSchools new paired schools, core and member together, the unit must at least reach
 */
public record Target(
        String regionCode,
        Row row,
        String city,
        String unit,
        PrintedCount schools,
        PrintedCount urban,
        PrintedCount town,
        PrintedCount rural,
        PrintedCount existingMerged,
        PrintedCount existingCoBuilt,
        PrintedCount existingCollaborative,
        PrintedCount newMembers,
        PrintedCount newPairedSchools) {

    /** What a row of annex 1 stands for. */
    public enum Row {
        /** A county, a functional zone or a city-level unit. */
        UNIT,
        /** 小计: a city's printed total. */
        CITY_TOTAL,
        /** 合计: the province's printed total. */
        PROVINCE_TOTAL
    }

    /** Whether the notice gives the unit a task: it prints "/" where it gives none. */
    public boolean hasTask() {
        return newPairedSchools instanceof PrintedCount.Number;
    }
}
