package org.tongke.backend.replay;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.replay.Stage.Group;
import org.tongke.backend.replay.Stage.School;
import org.tongke.backend.replay.Stage.Teacher;

/**
 * What a supplier, or a school by hand, says of a lesson: all of it, each time.
 *
 * @param supplier raw id of the supplier; {@code hand} for a school
 * @param supplierName as it is shown
 * @param revision the supplier's
 * @param subject null for research
 * @param room of the first school
 * @param teachers the first leads, the others assist
 * @param className of the first school, as it is spelled in no special way; null if not told
 * @param classSpelled the same as this supplier spells it
 * @param series null if to none
 */
record Said(
        String supplier,
        String supplierName,
        String externalId,
        long revision,
        boolean cancelled,
        String title,
        @Nullable Subject subject,
        Instant startsAt,
        Instant endsAt,
        Group group,
        List<School> schools,
        @Nullable String room,
        List<Teacher> teachers,
        @Nullable String className,
        @Nullable String classSpelled,
        @Nullable Series series,
        @Nullable String joinUrl) {

    record Subject(String code, String name) {}

    record Series(String id, String name) {}

    /** Names the lesson for ever. */
    String id() {
        return supplier + ":" + externalId;
    }

    School taught() {
        return schools.getFirst();
    }

    /** What it can be followed by, each as {@code Type:id}. */
    Set<String> channels() {
        var channels = new TreeSet<String>();
        channels.add("Community:" + group.id());
        schools.forEach(school -> channels.add("School:" + school.id()));
        teachers.forEach(teacher -> channels.add("Teacher:" + teacher.id()));
        if (className != null) {
            channels.add("SchoolClass:" + taught().id() + ":" + className);
        }
        if (series != null) {
            channels.add("CourseSeries:" + supplier + ":" + series.id());
        }
        if (subject != null) {
            channels.add(
                    "SubjectInCounty:" + subject.code() + "@" + group.county().code());
        }
        return channels;
    }

    /** What reports of one lesson have in common (decision 8): community, start and class of the school where it is taught; else null. */
    @Nullable
    String lessonKey() {
        return className == null ? null : String.join("|", group.id(), startsAt.toString(), taught().id(), className);
    }
}
