package org.tongke.backend.base.sheet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Edge;

/**
 * A table that is too long to be held: its rows are read while it is written.
 *
 * @param title what it shows, at most 31 characters as workbooks allow
 * @param heads heads of its columns
 * @param parts its rows, each with a cell for each column, so many at once; gone through once
 * @param about what must be known of it, as of a {@link Dossier}
 * @param locale the language that it is in
 */
public record LongTable(
        String title, List<String> heads, Iterator<List<List<Cell>>> parts, List<List<String>> about, Locale locale) {
    /** Widths of columns are told by so many rows, for they are written before the rows. */
    private static final int LOOKED_AT = 1_000;

    public LongTable {
        heads = List.copyOf(heads);
        about = List.copyOf(about);
    }

    /**
     * The rows of a list that is read page by page.
     *
     * @param page the page after a cursor; the first for null
     * @param rows the rows of a page's things
     */
    public static <T> Iterator<List<List<Cell>>> parts(
            Function<@Nullable String, Connection<T>> page, Function<List<T>, List<List<Cell>>> rows) {
        return new Iterator<>() {
            private @Nullable Connection<T> last;

            @Override
            public boolean hasNext() {
                return last == null || last.pageInfo().hasNextPage();
            }

            @Override
            public List<List<Cell>> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                var read = page.apply(last == null ? null : last.pageInfo().endCursor());
                last = read;
                return rows.apply(read.edges().stream().map(Edge::node).toList());
            }
        };
    }

    /** Its first rows, which tell how wide the columns are; the others are still to be read. */
    List<List<Cell>> first() {
        var first = new ArrayList<List<Cell>>();
        while (parts.hasNext() && first.size() < LOOKED_AT) {
            first.addAll(parts.next());
        }
        return first;
    }
}
