package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.RosterRow;

/** Planned communities as the form has them; a table on a desk, cards on a phone. */
final class RosterTable extends NativeTable {
    private final boolean editable;

    /** @param editable whether each has buttons to edit it and to take it out */
    RosterTable(boolean editable) {
        this.editable = editable;
        addClassName("tkf-table");
        setCaptionText(text("roster.rows"));
        getElement().setAttribute("role", "table");
        var heads = new NativeTableRow();
        for (var head : List.of("roster.core", "roster.serial", "roster.members", "roster.mode")) {
            var cell = new NativeTableHeaderCell(text(head));
            cell.getElement().setAttribute("scope", "col");
            heads.add(cell);
        }
        if (editable) {
            heads.add(new NativeTableHeaderCell(text("roster.acts")));
        }
        getHead().add(heads);
    }

    void add(int serial, RosterRow row, Runnable edit, Runnable drop) {
        var head = new NativeTableHeaderCell(row.getCore().getName());
        head.getElement().setAttribute("scope", "row");
        var line = new NativeTableRow(
                head,
                cell("roster.serial", new Span(Integer.toString(serial))),
                cell("roster.members", new Span(RosterDesk.members(row))),
                cell("roster.mode", new Span(row.getModeLabel())));
        if (editable) {
            line.add(cell("roster.acts", new Row(act("roster.edit", row, edit), act("roster.drop", row, drop))));
        }
        getBody().add(line);
    }

    private static Button act(String key, RosterRow row, Runnable act) {
        var button = new Button(text(key));
        button.addThemeName("tertiary");
        button.setAriaLabel(text(key) + " " + row.getCore().getName());
        Taps.act(button, act);
        return button;
    }

    private static NativeTableCell cell(String label, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", text(label));
        return cell;
    }
}
