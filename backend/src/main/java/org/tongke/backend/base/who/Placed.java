package org.tongke.backend.base.who;

import java.util.Collection;

/** A thing that lies at places; the table of who may do what compares them with the caller's. */
public interface Placed {
    /** Keys of the thing's schools and regions with all ancestors. */
    Collection<String> places();
}
