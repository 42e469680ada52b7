package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says which parts of an address a page does not understand; the rest of it is shown. */
public final class Unread extends Div {
    public Unread() {
        setVisible(false);
    }

    /** What a part of an address that is anybody's words can say. */
    public static final Predicate<String> ANYTHING = text -> true;

    /**
     * Parts of an address that say nothing, as they stand there.
     *
     * @param understood by the name of each part of which a page asks, which values it understands; an empty one limits nothing
     */
    public static List<String> in(QueryParameters query, Map<String, Predicate<String>> understood) {
        return Stream.concat(
                        besides(query, understood.keySet()).stream(),
                        understood.entrySet().stream()
                                .flatMap(part -> query
                                        .getSingleParameter(part.getKey())
                                        .filter(text -> !text.isBlank()
                                                && !part.getValue().test(text))
                                        .map(text -> part.getKey() + "=" + text)
                                        .stream()))
                .toList();
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
