package org.tongke.backend.exchange;

import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.text.Names;

/**
 * A name as one supplier uses it.
 *
 * @param supplier raw id of the supplier
 * @param what what the name stands for
 * @param name the name as the supplier writes it
 * @param within what the supplier says with it to tell equal names apart: for a school its county; null if nothing is said
 */
public record NameKey(
        String supplier,
        MappedThing what,
        String name,
        @Nullable String within) {

    /** Equal for names that differ only in how they are written ({@link Names#normalize}), which leaves no spaces. */
    String id() {
        var rest = within == null ? "" : " " + Names.normalize(within);
        return supplier + ":" + what + ":" + Names.normalize(name) + rest;
    }
}
