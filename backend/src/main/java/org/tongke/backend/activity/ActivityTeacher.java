package org.tongke.backend.activity;

import org.jspecify.annotations.Nullable;

/**
 * A teacher, as the supplier names him or her.
 *
 * @param name name
 * @param role what he or she does
 * @param schoolName full name of the teacher's school; null if not told
 */
public record ActivityTeacher(
        String name, TeachingRole role, @Nullable String schoolName) {}
