package org.tongke.backend.directory.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.tongke.backend.base.sheet.GivenCell;

/**
 * A row of a table, by its columns.
 *
 * @param place place among all rows of the file, from 1
 * @param sheet name of its sheet; empty for a text
 * @param number its number in the sheet, from 1
 * @param isHidden whether programs for tables do not show it
 * @param cells what it says; columns that say nothing are missing
 * @param letters where the columns stand, as in {@code C}
 */
public record GivenEntry(
        int place,
        String sheet,
        int number,
        boolean isHidden,
        Map<TableColumn, GivenCell> cells,
        Map<TableColumn, String> letters) {

    public GivenEntry {
        cells = Map.copyOf(cells);
        letters = Map.copyOf(letters);
    }

    /** What a column says; empty for nothing. */
    String text(TableColumn column) {
        return cell(column).text();
    }

    GivenCell cell(TableColumn column) {
        return cells.getOrDefault(column, GivenCell.EMPTY);
    }

    Document cellsToDocument() {
        var document = new Document();
        for (var column : TableColumn.values()) {
            if (cells.containsKey(column)) {
                document.append(
                        column.name(), List.of(text(column), cell(column).kind().name()));
            }
        }
        return document;
    }

    Document lettersToDocument() {
        var document = new Document();
        letters.forEach((column, letter) -> document.append(column.name(), letter));
        return document;
    }

    static GivenEntry from(int place, String sheet, int number, boolean isHidden, Document cells, Document letters) {
        var read = new EnumMap<TableColumn, GivenCell>(TableColumn.class);
        for (var column : cells.keySet()) {
            var said = cells.getList(column, String.class);
            read.put(
                    TableColumn.valueOf(column),
                    new GivenCell(said.getFirst(), GivenCell.Kind.valueOf(said.getLast())));
        }
        var where = new EnumMap<TableColumn, String>(TableColumn.class);
        letters.forEach((column, letter) -> where.put(TableColumn.valueOf(column), (String) letter));
        return new GivenEntry(place, sheet, number, isHidden, read, where);
    }
}
