package org.tongke.backend.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of a school enters of an activity, without its time; nothing of it checked yet. Its rules are those of reports.
 *
 * @param kind code of the kind
 * @param title title
 * @param subject code or name of the subject
 * @param grade code or name of the grade
 * @param className class of the first school
 * @param schools schools that take part, the first is where it is taught
 * @param teachers teachers
 * @param series name of the course series in its community
 * @param joinUrl address to join at
 * @param recordingUrl where its recording can be seen
 * @param materials what to read or watch
 * @param attributes what only the kind has
 */
public record EntryForm(
        String kind,
        String title,
        @Nullable String subject,
        @Nullable String grade,
        @Nullable String className,
        List<School> schools,
        List<Teacher> teachers,
        @Nullable String series,
        @Nullable String joinUrl,
        @Nullable String recordingUrl,
        List<Material> materials,
        List<Attribute> attributes) {

    public EntryForm {
        schools = List.copyOf(schools);
        teachers = List.copyOf(teachers);
        materials = List.copyOf(materials);
        attributes = List.copyOf(attributes);
    }

    /** A school that takes part, by its raw id. */
    public record School(
            String id, @Nullable String room, @Nullable String className) {}

    /**
     * A teacher.
     *
     * @param id raw id of the teacher in the directory; null for one who is named
     * @param name name; null if the id says it
     * @param schoolId raw id of the school of one who is named; null if not told
     */
    public record Teacher(
            @Nullable String id,
            @Nullable String name,
            TeachingRole role,
            @Nullable String schoolId) {}

    /** A material. */
    public record Material(String title, String url) {}

    /** A value that only the kind has. */
    public record Attribute(String name, @Nullable String value) {}
}
