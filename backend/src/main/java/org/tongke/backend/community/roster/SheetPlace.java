package org.tongke.backend.community.roster;

import org.tongke.backend.base.sheet.GivenRow;

/**
 * Where something stands in a table that was handed in.
 *
 * @param sheet name of the sheet; empty for a text, which has one sheet without a name
 * @param row number of the row, from 1; 0 for the sheet as a whole
 * @param column number of the column, from 0; -1 for the row as a whole
 */
public record SheetPlace(String sheet, int row, int column) {

    /** A sheet as a whole. */
    public static SheetPlace of(String sheet) {
        return new SheetPlace(sheet, 0, -1);
    }

    /** The column as programs for tables name it; empty for the row as a whole. */
    public String columnName() {
        return column < 0 ? "" : GivenRow.columnName(column);
    }
}
