package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/**
 * What a list is searched by, above it: side by side on a desk. On a phone the list comes first: the field for words stays, all other filters
 * are behind a button that says how many of them are set.
 */
public final class Filters extends Div {
    private final Div others = new Div();
    private final Button button = new Button(text("shell.filters"));

    /**
     * @param words the field that is always in sight; null if there is none
     * @param filters all others
     */
    public Filters(@Nullable Component words, Component... filters) {
        addClassName("tkf-filters");
        getElement().setAttribute("role", "search");
        others.addClassName("tkf-filters-others");
        others.setId("filters-" + Integer.toHexString(System.identityHashCode(this)));
        others.add(filters);
        button.addClassName("tkf-filters-button");
        button.getElement().setAttribute("aria-controls", others.getId().orElseThrow());
        turn(false);
        button.addClickListener(click -> turn(!others.getElement().hasAttribute("data-open")));
        var first = new Div();
        first.addClassName("tkf-filters-first");
        if (words != null) {
            first.add(words);
        }
        first.add(button);
        add(first, others);
    }

    private void turn(boolean open) {
        others.getElement().setAttribute("data-open", open);
        button.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    /** Says how many of the filters behind the button limit the list. */
    public void set(boolean... limits) {
        var count = 0;
        for (var limit : limits) {
            count += limit ? 1 : 0;
        }
        button.setText(count == 0 ? text("shell.filters") : text("shell.filters.some", count));
    }
}
