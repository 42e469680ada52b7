package org.tongke.backend.directory.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.sheet.GivenCell;
import org.tongke.backend.base.sheet.GivenFile;
import org.tongke.backend.base.sheet.GivenRow;
import org.tongke.backend.base.sheet.GivenSheet;

/**
 * The rows of a file, by their columns. Lines above the heads are titles; a sheet without heads is passed over.
 *
 * @param rows in their order
 * @param remarks what was passed over, as message keys with what they name
 */
record GivenEntries(List<GivenEntry> rows, List<Phrase> remarks) {
    /** Lines within which the heads must stand. */
    private static final int HEADS_WITHIN = 20;

    private static final int LEAST_HEADS = 2;
    private static final int MOST_REMARKS = 20;

    GivenEntries {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a file.
     *
     * @throws RefusedException MALFORMED where no sheet has the heads of the table
     */
    static GivenEntries read(GivenFile file, DirectoryTable table, String path) {
        var rows = new ArrayList<GivenEntry>();
        var remarks = new ArrayList<Phrase>();
        var hasHeads = false;
        for (var sheet : file.sheets()) {
            var heads = sheet.isHidden() ? Optional.<Heads>empty() : Heads.find(sheet, table);
            if (heads.isPresent()) {
                hasHeads = true;
                heads.get().unknown().forEach(head -> remarks.add(new Phrase("directory.import.remark.column", head)));
                read(sheet, heads.get(), rows);
            } else {
                remarks.add(new Phrase(
                        sheet.isHidden() ? "directory.import.remark.hiddenSheet" : "directory.import.remark.sheet",
                        sheet.name()));
            }
        }
        if (!hasHeads) {
            throw new RefusedException(Refusal.of(
                    ErrorCode.MALFORMED,
                    List.of(path),
                    new Phrase("directory.import.heads", String.join("、", TableColumn.headsOf(table)))));
        }
        return new GivenEntries(rows, remarks.stream().limit(MOST_REMARKS).toList());
    }

    private static void read(GivenSheet sheet, Heads heads, List<GivenEntry> rows) {
        for (var row : sheet.rows().subList(heads.line() + 1, sheet.rows().size())) {
            var cells = new EnumMap<TableColumn, GivenCell>(TableColumn.class);
            heads.columns().forEach((column, index) -> {
                if (!row.cell(index).isEmpty()) {
                    cells.put(column, row.cell(index));
                }
            });
            // a line of remarks under the table fills one cell, and a repeated head all
            if (!cells.isEmpty() && !heads.isRepeatedIn(row) && !isRemark(row, cells)) {
                rows.add(new GivenEntry(
                        rows.size() + 1, sheet.name(), row.number(), row.isHidden(), cells, heads.letters()));
            }
        }
    }

    private static boolean isRemark(GivenRow row, Map<TableColumn, GivenCell> cells) {
        var filled = row.cells().stream().filter(cell -> !cell.isEmpty()).count();
        var first = row.cell(0).text();
        return filled == 1
                && cells.size() == 1
                && (first.startsWith("注")
                        || first.startsWith("备注")
                        || first.startsWith("说明")
                        || first.startsWith("填表"));
    }

    private record Heads(int line, Map<TableColumn, Integer> columns, List<String> unknown) {
        private static final List<String> NUMBERS = List.of("序号", "no", "no.", "#", "备注");

        static Optional<Heads> find(GivenSheet sheet, DirectoryTable table) {
            var called = TableColumn.of(table);
            for (var line = 0; line < Math.min(sheet.rows().size(), HEADS_WITHIN); line++) {
                var heads = read(line, sheet.rows().get(line), called);
                if (heads.columns.size() >= LEAST_HEADS
                        && heads.columns.keySet().containsAll(TableColumn.needed(table))) {
                    return Optional.of(heads);
                }
            }
            return Optional.empty();
        }

        private static Heads read(int line, GivenRow row, Map<String, TableColumn> called) {
            var columns = new EnumMap<TableColumn, Integer>(TableColumn.class);
            var unknown = new ArrayList<String>();
            for (var index = 0; index < row.cells().size(); index++) {
                var head = row.cell(index).text();
                var column = called.get(TableColumn.plain(head));
                if (column != null) {
                    columns.putIfAbsent(column, index);
                } else if (!head.isEmpty() && !NUMBERS.contains(TableColumn.plain(head))) {
                    unknown.add(head);
                }
            }
            return new Heads(line, columns, unknown);
        }

        boolean isRepeatedIn(GivenRow row) {
            return columns.entrySet().stream()
                    .allMatch(entry -> row.cell(entry.getValue())
                            .text()
                            .equals(entry.getKey().head()));
        }

        Map<TableColumn, String> letters() {
            var letters = new EnumMap<TableColumn, String>(TableColumn.class);
            columns.forEach((column, index) -> letters.put(column, GivenRow.columnName(index)));
            return letters;
        }
    }
}
