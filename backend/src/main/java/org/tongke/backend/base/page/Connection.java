package org.tongke.backend.base.page;

import java.util.List;
import java.util.function.Function;

/** A page of a list. */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo) {

    public Connection {
        edges = List.copyOf(edges);
    }

    /** A list with nothing in it: also the answer to somebody who may not see what is. */
    public static <T> Connection<T> empty() {
        return new Connection<>(List.of(), new PageInfo(false, false, null, null));
    }

    /**
     * The page of what a store found.
     *
     * @param found one more than the page's size if there are as many, so that the page knows whether more follows
     * @param cursorOf where a thing stands in the list
     */
    public static <T> Connection<T> of(List<T> found, PageRequest page, Function<T, Cursor> cursorOf) {
        var edges = found.stream()
                .limit(page.first())
                .map(thing -> new Edge<>(cursorOf.apply(thing).encode(), thing))
                .toList();
        if (edges.isEmpty()) {
            return new Connection<>(List.of(), new PageInfo(false, page.after().isPresent(), null, null));
        }
        var info = new PageInfo(
                found.size() > page.first(),
                page.after().isPresent(),
                edges.getFirst().cursor(),
                edges.getLast().cursor());
        return new Connection<>(edges, info);
    }

    /** The same page of other things, one for each. */
    public <R> Connection<R> map(Function<T, R> change) {
        return new Connection<>(
                edges.stream()
                        .map(edge -> new Edge<>(edge.cursor(), change.apply(edge.node())))
                        .toList(),
                pageInfo);
    }
}
