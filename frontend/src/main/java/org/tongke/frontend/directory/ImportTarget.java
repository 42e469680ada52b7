package org.tongke.frontend.directory;

import java.util.List;
import org.tongke.frontend.contract.types.DirectoryTable;
import org.tongke.frontend.contract.types.School;

/**
 * What a table can be imported into.
 *
 * @param table what it lists
 * @param counties counties of schools whose rows tell none, to choose one of
 * @param schools schools of teachers whose rows tell none, to choose one of
 */
record ImportTarget(DirectoryTable table, List<RegionItem> counties, List<School> schools) {
    static ImportTarget schools(List<RegionItem> counties) {
        return new ImportTarget(DirectoryTable.SCHOOLS, counties, List.of());
    }

    static ImportTarget teachers(List<School> schools) {
        return new ImportTarget(DirectoryTable.TEACHERS, List.of(), schools);
    }
}
