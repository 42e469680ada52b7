package org.tongke.backend.base.mongo;

/** A collection of facts. The store that owns it implements this, or is accompanied by such a bean: then its writes are audited. */
public interface FactCollection {
    /** Name of the collection, as in {@code activities}. */
    String name();
}
