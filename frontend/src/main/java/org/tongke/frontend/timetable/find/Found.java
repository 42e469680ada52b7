package org.tongke.frontend.timetable.find;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.ActivityCounts;

/**
 * What was found.
 *
 * @param search what was looked for: without the values that nothing is called
 * @param ignored values that nothing is called, as they stand in an address
 * @param page the first lessons
 * @param counts how many there are of each value
 * @param names names of the schools and communities that are chosen, by their ids
 * @param asOf when that was so
 */
record Found(
        FindSearch search,
        List<String> ignored,
        FoundPage page,
        ActivityCounts counts,
        Map<String, String> names,
        OffsetDateTime asOf) {

    Found {
        ignored = List.copyOf(ignored);
        names = Map.copyOf(names);
    }

    /**
     * Some lessons in the order of their start.
     *
     * @param lessons the lessons
     * @param after cursor after which there are more; null if there are none
     */
    record FoundPage(List<Activity> lessons, @Nullable String after) {
        FoundPage {
            lessons = List.copyOf(lessons);
        }
    }
}
