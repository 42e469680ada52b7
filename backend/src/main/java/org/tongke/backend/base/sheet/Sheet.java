package org.tongke.backend.base.sheet;

import java.util.List;

/**
 * A table of an office.
 *
 * @param name its name, at most 31 characters as workbooks allow
 * @param heads heads of its columns
 * @param rows its rows, each with a cell for each column
 */
public record Sheet(String name, List<String> heads, List<List<Cell>> rows) {
    /** @throws IllegalArgumentException if a row has more or fewer cells than there are heads */
    public Sheet {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != heads.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + heads.size() + " heads");
            }
        }
    }
}
