package org.tongke.backend.base.id;

import java.util.Optional;
import org.tongke.backend.base.who.Scope;

/** How a room finds one of its things again for {@code Query.node}. */
public interface NodeFinder {
    /** Class of the things; its simple name is their type in the schema. */
    Class<? extends Node> type();

    /**
     * The thing with a raw id, if it is there and inside the scope. The scope comes from the row {@code Node.TYPE} of the table
     * of who may do what.
     */
    Optional<? extends Node> find(String raw, Scope scope);
}
