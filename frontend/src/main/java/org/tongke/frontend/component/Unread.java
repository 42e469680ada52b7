package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.Collection;
import java.util.List;

/** Says which parts of an address a page does not understand; the rest of it is shown. */
public final class Unread extends Div {
    public Unread() {
        setVisible(false);
    }

    /** Parts of an address that nobody asked for, as they stand there. */
    public static List<String> besides(QueryParameters query, Collection<String> known) {
        return query.getParameters().entrySet().stream()
                .filter(part -> !known.contains(part.getKey()))
                .map(part -> part.getKey() + "=" + String.join(",", part.getValue()))
                .toList();
    }

    /** Shows nothing if all was understood. */
    public Unread say(List<String> parts) {
        removeAll();
        setVisible(!parts.isEmpty());
        if (!parts.isEmpty()) {
            add(new Notice(text("shell.unread", String.join(", ", parts)), text("shell.unread.why")));
        }
        return this;
    }
}
