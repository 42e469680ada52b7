package org.tongke.frontend.timetable.find;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.tongke.frontend.contract.types.FilterCount;

/** One value of a facet: a box to tick, its name, how many lessons have it. */
final class FacetValue extends ListItem {
    private final Input box = new Input();
    private final Span name = new Span();
    private final Span number = new Span();

    /** @param choose called with whether it is to hold */
    FacetValue(Consumer<Boolean> choose) {
        box.setType("checkbox");
        box.getElement().addPropertyChangeListener("checked", "change", change -> {
            if (change.isUserOriginated()) {
                choose.accept(Boolean.TRUE.equals(change.getValue()));
            }
        });
        number.addClassName("tkf-soft");
        var label = new NativeLabel();
        label.add(box, name, number);
        add(label);
    }

    void show(FilterCount count, boolean chosen) {
        name.setText(count.getLabel());
        number.setText(count.getWords());
        box.getElement().setProperty("checked", chosen);
    }
}
