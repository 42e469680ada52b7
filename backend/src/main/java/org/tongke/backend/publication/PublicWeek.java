package org.tongke.backend.publication;

import java.time.LocalDate;
import java.util.List;
import org.tongke.backend.directory.Region;
import org.tongke.calendar.SchoolWeek;

/**
 * A week of lessons, from Monday to Sunday.
 *
 * @param week which one
 * @param county where the lessons lie
 * @param lessons the lessons in the order of their start
 * @param more whether there are more than these
 */
public record PublicWeek(SchoolWeek week, Region county, List<PublicLesson> lessons, boolean more) {
    public PublicWeek {
        lessons = List.copyOf(lessons);
    }

    /** Its Monday. */
    public LocalDate from() {
        return week.monday();
    }

    /** Its Sunday. */
    public LocalDate to() {
        return week.sunday();
    }
}
