package org.tongke.backend.base.id;

import java.util.Optional;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** How a room finds one of its things again for {@code Query.node}. */
public interface NodeFinder {
    /** Class of the things; its simple name is their type in the schema. */
    Class<? extends Node> type();

    /**
     * The thing with a raw id, if it is there and the viewer may see it.
     *
     * @param scope where the viewer may look, from the row {@code Node.TYPE} of the table of who may do what
     */
    Optional<? extends Node> find(String raw, Viewer viewer, Scope scope);

    /** A finder of things of one class. */
    static <T extends Node> NodeFinder of(Class<T> type, Finding<T> finding) {
        return new NodeFinder() {
            @Override
            public Class<T> type() {
                return type;
            }

            @Override
            public Optional<T> find(String raw, Viewer viewer, Scope scope) {
                return finding.find(raw, viewer, scope);
            }
        };
    }

    /** The finding itself. */
    @FunctionalInterface
    interface Finding<T extends Node> {
        /** See {@link NodeFinder#find}. */
        Optional<T> find(String raw, Viewer viewer, Scope scope);
    }
}
