package org.tongke.backend.access;

/** Which suppliers there are: told by the room that has them, since it stands above this one. */
public interface KnownSuppliers {
    /** Whether there is a supplier with a raw id. */
    boolean isThere(String id);
}
