package org.tongke.frontend.timetable.find;

import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.Activity;

/** A lesson in words. */
final class LessonWords {
    private LessonWords() {}

    /** The colour that it has: of its subject, or of research. */
    static String subjectCode(Activity lesson) {
        return lesson.getSubject() == null ? "RESEARCH" : lesson.getSubject().getCode();
    }

    /** From when to when, by the clock, as in {@code 10:20–11:00}; the day of the end where it is another. */
    static String times(Activity lesson) {
        var end = lesson.getEndsAt();
        var same = lesson.getStartsAt().toLocalDate().equals(end.toLocalDate());
        return Formats.time(lesson.getStartsAt()) + "–" + (same ? "" : Formats.day(end) + " ") + Formats.time(end);
    }
}
