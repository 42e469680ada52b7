package org.tongke.backend.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people see, in a form in which the product's answer and the oracle's are compared. Lessons are named as in {@link Said#id}. */
final class Seen {
    private Seen() {}

    /** A place in somebody's week. */
    record Entry(
            Instant startsAt,
            String lesson,
            String slot,
            Instant endsAt,
            @Nullable Instant movedTo,
            @Nullable Instant movedFrom,
            String title,
            String reason,
            List<String> via,
            List<String> periods,
            List<String> conflicts) {}

    /** A notice, with what changed as in {@code 标题: 四季7 → 圆的周长3（新）2}. */
    record Notice(String report, String kind, String by, List<String> fields) {}

    /** An event of a calendar. */
    record Event(
            String lesson,
            Instant startsAt,
            Instant endsAt,
            String status,
            String summary,
            String location,
            @Nullable String url) {}

    /** A lesson in the grand timetable. */
    record Listed(
            Instant startsAt,
            String lesson,
            Instant endsAt,
            @Nullable Instant movedFrom,
            String state,
            String title,
            String subject,
            String grade,
            String className,
            List<String> schools,
            List<String> teachers,
            String supplier,
            List<String> sources) {}

    /** How many lessons there are of each value of each kind of filter, as told: up to 1,000, then {@code 1,000+}. */
    record Counts(String total, Map<String, Map<String, String>> byValue) {}

    /**
     * What is asked of the grand timetable.
     *
     * @param chosen what is chosen of each kind of filter, as in {@code subjects=MATHEMATICS}: of schools, counties, subjects, grades,
     *     suppliers and states, and a text
     */
    record Filter(LocalDate from, LocalDate to, List<String> communities, Map<String, String> chosen) {}
}
