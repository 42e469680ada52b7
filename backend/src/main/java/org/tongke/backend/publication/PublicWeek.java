package org.tongke.backend.publication;

import java.time.LocalDate;
import java.util.List;
import org.tongke.backend.directory.Region;

/**
 * A week of lessons, from Monday to Sunday.
 *
 * @param from its Monday
 * @param county where the lessons lie
 * @param lessons the lessons in the order of their start
 * @param more whether there are more than these
 */
public record PublicWeek(LocalDate from, Region county, List<PublicLesson> lessons, boolean more) {
    private static final int DAYS = 7;

    public PublicWeek {
        lessons = List.copyOf(lessons);
    }

    /** Its Sunday. */
    public LocalDate to() {
        return from.plusDays(DAYS - 1L);
    }
}
