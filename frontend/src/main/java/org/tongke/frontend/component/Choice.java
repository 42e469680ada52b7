package org.tongke.frontend.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A few values of which one is chosen, side by side under a common name. */
public final class Choice extends FieldSet {
    private final Div row = new Div();
    private final String group = "choice-" + Integer.toHexString(System.identityHashCode(this));

    public Choice(String name) {
        super(name);
        addClassName("tkf-choice");
        row.addClassName("tkf-choice-row");
        add(row);
    }

    /**
     * Adds a value.
     *
     * @param words its name
     * @param lang language of the name, if it is not the page's
     * @param chosen whether it is the one now
     * @param choose called with the value when a person takes it
     */
    public <T> Choice value(T value, String words, @Nullable String lang, boolean chosen, Consumer<T> choose) {
        var radio = new Input();
        radio.setType("radio");
        radio.getElement().setAttribute("name", group).setProperty("checked", chosen);
        radio.getElement().addEventListener("change", event -> choose.accept(value));
        var label = new NativeLabel();
        label.add(radio, new Span(words));
        if (lang != null) {
            label.getElement().setAttribute("lang", lang);
        }
        row.add(label);
        return this;
    }
}
