package org.tongke.backend.activity;

import org.jspecify.annotations.Nullable;

/**
 * A teacher, as the supplier names him or her, and who that is.
 *
 * @param name name
 * @param role what he or she does
 * @param schoolName full name of the teacher's school; null if not told
 * @param teacherId raw id of the teacher in the directory; null if he or she is not found there
 */
public record ActivityTeacher(
        String name,
        TeachingRole role,
        @Nullable String schoolName,
        @Nullable String teacherId) {

    /** A teacher who is known by name only. */
    public ActivityTeacher(String name, TeachingRole role, @Nullable String schoolName) {
        this(name, role, schoolName, null);
    }
}
