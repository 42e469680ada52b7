package org.tongke.backend.activity;

import org.jspecify.annotations.Nullable;

/**
 * A school that takes part.
 *
 * @param schoolId raw id of the school
 * @param name its full name, kept here so that a week needs no second look
 * @param room room there; null if not told
 * @param className class that takes part there; null if not told
 */
public record ActivitySchool(
        String schoolId,
        String name,
        @Nullable String room,
        @Nullable String className) {

    /** A school of which no class is told. */
    public ActivitySchool(String schoolId, String name, @Nullable String room) {
        this(schoolId, name, room, null);
    }
}
