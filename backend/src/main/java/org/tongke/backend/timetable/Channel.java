package org.tongke.backend.timetable;

/**
 * Something that a teacher can follow: a community or a school.
 *
 * @param id global id of the community or school, as clients see it
 * @param name its name
 */
public record Channel(String id, String name) {}
