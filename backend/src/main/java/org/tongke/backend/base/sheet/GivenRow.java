package org.tongke.backend.base.sheet;

import java.util.List;

/**
 * A row as an office filled it in.
 *
 * @param number as programs for tables show it, from 1
 * @param isHidden whether such a program does not show it
 * @param cells its cells from column A on; the empty ones at the end may be missing
 */
public record GivenRow(int number, boolean isHidden, List<GivenCell> cells) {
    private static final int LETTERS = 26;

    public GivenRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column, from 0. */
    public GivenCell cell(int column) {
        return column < cells.size() ? cells.get(column) : GivenCell.EMPTY;
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return cells.stream().allMatch(GivenCell::isEmpty);
    }

    /**
     * A column as programs for tables name it: A, B, … Z, AA.
     *
     * @param column from 0
     */
    public static String columnName(int column) {
        var last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : columnName(column / LETTERS - 1) + last;
    }
}
