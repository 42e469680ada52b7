package org.tongke.frontend.push;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A state in a word, with the sign that goes with it. */
final class StateBadge extends Span {
    /** @param look {@code good} or {@code lacking}; null for neither */
    StateBadge(String words, @Nullable String look) {
        add(new Span(words));
        addClassName("tkf-state");
        if (look != null) {
            getElement().setAttribute("data-state", look);
        }
    }
}
