package org.tongke.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table on a desk, cards on a phone, a table for those who listen on both. Shown again, it changes only what is different, so that nobody
 * loses his or her place.
 */
public final class Table extends NativeTable {

    /** How the values of a column are set. */
    public enum Kind {
        /** Words that may take several lines. */
        WORDS,
        /** A word or two, on one line. */
        SHORT,
        /** Numbers, flush right. */
        NUMBER
    }

    /**
     * A column.
     *
     * @param name its head
     * @param kind how its values are set
     */
    public record Column(String name, Kind kind) {}

    /**
     * A value.
     *
     * @param text as it is read
     * @param state {@code good} or {@code lacking} for a badge; null for plain text
     */
    public record Cell(String text, @Nullable String state) {
        public static Cell of(String text) {
            return new Cell(text, null);
        }
    }

    /**
     * A row.
     *
     * @param head what the row is about
     * @param path where the head leads to; null if nowhere
     * @param cells values in the order of the columns after the first
     */
    public record Row(String head, @Nullable String path, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        private String key() {
            return path == null ? head : path;
        }
    }

    /** Longer texts are folded. */
    private static final int LONGEST = 240;
    /** How much of a folded text is in sight. */
    private static final int BEGINNING = 80;

    /** What more than fills any screen comes first, so that it is there soon. */
    private static final int FIRST = 40;

    private final List<Column> columns;
    private List<Row> shown = List.of();
    /** Counts what was shown anew, so that rows which come later belong to it. */
    private int turn;

    /**
     * @param caption what the table shows
     * @param columns the columns, that of the rows' heads first
     */
    public Table(String caption, List<Column> columns) {
        this.columns = List.copyOf(columns);
        addClassName("tkf-table");
        setCaptionText(caption);
        role(this, "table");
        role(getHead(), "rowgroup");
        role(getBody(), "rowgroup");
        var heads = role(new NativeTableRow(), "row");
        for (var column : columns) {
            var head = role(new NativeTableHeaderCell(column.name()), "columnheader");
            head.getElement().setAttribute("scope", "col");
            set(head, column);
            heads.add(head);
        }
        getHead().add(heads);
    }

    /** Shows these rows instead of the ones before. */
    public void show(List<Row> rows) {
        var same = rows.stream()
                .map(Row::key)
                .toList()
                .equals(shown.stream().map(Row::key).toList());
        if (!same || getBody().getComponentCount() != rows.size()) {
            getBody().removeAll();
            var first = Math.min(FIRST, rows.size());
            rows.subList(0, first).forEach(row -> getBody().add(row(row)));
            addLater(rows.subList(first, rows.size()));
        } else {
            for (var index = 0; index < rows.size(); index++) {
                if (!rows.get(index).equals(shown.get(index))) {
                    change((NativeTableRow) getBody().getComponentAt(index), rows.get(index));
                }
            }
        }
        shown = List.copyOf(rows);
    }

    /** With the page's next word to the server, at once, unless other rows are shown by then. */
    private void addLater(List<Row> rest) {
        var turn = ++this.turn;
        if (!rest.isEmpty()) {
            getElement().executeJs("return true").then(there -> {
                if (turn == this.turn) {
                    rest.forEach(row -> getBody().add(row(row)));
                }
            });
        }
    }

    private NativeTableRow row(Row row) {
        var head = role(head(row), "rowheader");
        head.getElement().setAttribute("scope", "row");
        var line = role(new NativeTableRow(head), "row");
        change(line, row);
        return line;
    }

    private static NativeTableHeaderCell head(Row row) {
        return row.path() == null
                ? new NativeTableHeaderCell(row.head())
                : new NativeTableHeaderCell(Links.to(row.path(), row.head()));
    }

    private void change(NativeTableRow line, Row row) {
        line.getChildren().skip(1).toList().forEach(line::remove);
        for (var index = 0; index < row.cells().size(); index++) {
            line.add(cell(columns.get(index + 1), row.cells().get(index)));
        }
    }

    private static NativeTableCell cell(Column column, Cell cell) {
        var data = role(new NativeTableCell(), "cell");
        if (column.kind() == Kind.WORDS || cell.state() != null) {
            data.add(content(cell));
        } else {
            // Without an element of its own: many tables have a thousand such cells.
            data.setText(cell.text());
        }
        data.getElement().setAttribute("data-label", column.name());
        set(data, column);
        return data;
    }

    /** What would fill a screen is folded behind how it begins. */
    private static Component content(Cell cell) {
        var text = cell.text();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return new NativeDetails(text.substring(0, text.offsetByCodePoints(0, BEGINNING)) + "…", new Span(text));
        }
        var content = new Span(text);
        if (cell.state() != null) {
            content.addClassName("tkf-state");
            content.getElement().setAttribute("data-state", cell.state());
        }
        return content;
    }

    private static void set(HtmlContainer cell, Column column) {
        cell.setClassName("tkf-number", column.kind() == Kind.NUMBER);
        cell.getElement().setAttribute("data-short", column.kind() == Kind.SHORT);
    }

    /** Shown as blocks, a table would no longer be one for those who listen. */
    private static <T extends Component> T role(T part, String role) {
        part.getElement().setAttribute("role", role);
        return part;
    }
}
