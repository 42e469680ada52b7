package org.tongke.backend.exchange;

import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.text.Names;

/**
 * A name as one supplier uses it.
 *
 * @param supplier raw id of the supplier
 * @param what what the name stands for
 * @param name the name as the supplier writes it
 * @param within what tells equal names apart: for a school its county, as the supplier writes it, null if it says none; for a
 *     teacher the raw id of the school; else null
 */
public record NameKey(
        String supplier,
        MappedThing what,
        String name,
        @Nullable String within) {

    /** A teacher's name within a school. */
    static NameKey ofTeacher(String supplier, String name, String schoolId) {
        return new NameKey(supplier, MappedThing.TEACHER, name, schoolId);
    }

    /** Equal for names that differ only in how they are written ({@link Names#normalize}), which leaves no spaces. */
    String id() {
        var rest = within == null ? "" : " " + (what == MappedThing.TEACHER ? within : Names.normalize(within));
        return supplier + ":" + what + ":" + Names.normalize(name) + rest;
    }
}
