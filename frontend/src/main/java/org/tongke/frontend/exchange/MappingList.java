package org.tongke.frontend.exchange;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.NameMapping;
import org.tongke.frontend.contract.types.NameMappingConnection;
import org.tongke.frontend.contract.types.NameMappingEdge;

/** What a supplier's names stand for, each with the way to take it back. */
final class MappingList extends Section {
    private final UnorderedList list = new UnorderedList();
    private final Paragraph cut = new Paragraph(text("exchange.mappings.cut"));
    private final Consumer<NameMapping> unmap;

    MappingList(Consumer<NameMapping> unmap) {
        this.unmap = unmap;
        addClassName("tkf-card");
        list.addClassName("tkf-lines");
        var what = new Paragraph(text("exchange.mappings.what"));
        what.addClassName("tkf-soft");
        add(new H2(text("exchange.mappings")), what, list, cut);
    }

    void show(NameMappingConnection mappings) {
        list.removeAll();
        mappings.getEdges().stream()
                .map(NameMappingEdge::getNode)
                .map(this::item)
                .forEach(list::add);
        cut.setVisible(mappings.getPageInfo().getHasNextPage());
        setVisible(!mappings.getEdges().isEmpty());
    }

    private ListItem item(NameMapping mapping) {
        var label = mapping.getLabel() == null ? text("exchange.mappings.gone") : mapping.getLabel();
        var within = mapping.getWithinLabel();
        var name = within == null ? mapping.getName() : text("exchange.mappings.within", mapping.getName(), within);
        var who = new Span(text(
                "exchange.mappings.by",
                mapping.getMappedBy(),
                Formats.day(mapping.getMappedAt()) + " " + Formats.time(mapping.getMappedAt())));
        who.addClassName("tkf-soft");
        var undo = new Button(text("exchange.unmap"));
        undo.setAriaLabel(text("exchange.unmap.of", name));
        undo.addThemeName("tertiary");
        Taps.act(undo, () -> unmap.accept(mapping));
        var words = new Div(new Span(text("exchange.mapping", name, label) + " "), who);
        return new ListItem(words, undo);
    }
}
