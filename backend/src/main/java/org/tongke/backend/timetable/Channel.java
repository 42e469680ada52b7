package org.tongke.backend.timetable;

import org.jspecify.annotations.Nullable;

/**
 * Something that a teacher can follow: a community, school, teacher, course series, a subject in a county, a class.
 *
 * @param id global id of it, as clients see it
 * @param name its name; of a subject in a county the county's
 * @param subjectCode code of the subject in a county; null for all others
 */
public record Channel(String id, String name, @Nullable String subjectCode) {}
