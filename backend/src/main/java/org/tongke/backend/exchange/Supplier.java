package org.tongke.backend.exchange;

import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;

/**
 * A platform outside that delivers activities.
 *
 * @param id raw id, without a colon
 * @param name name
 */
public record Supplier(String id, String name) implements Node {

    public Supplier {
        if (id.isEmpty() || id.indexOf(':') >= 0 || name.isBlank()) {
            throw new IllegalArgumentException("not a supplier: " + id + " " + name);
        }
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Supplier", id);
    }
}
