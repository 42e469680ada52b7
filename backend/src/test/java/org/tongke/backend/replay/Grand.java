package org.tongke.backend.replay;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tongke.backend.replay.Seen.Counts;
import org.tongke.backend.replay.Seen.Filter;
import org.tongke.backend.replay.Seen.Listed;
import org.tongke.backend.replay.Stage.School;

/** What the grand timetable must show, as the oracle has it. */
final class Grand {
    private static final int MOST_COUNTED = 1_000;
    private static final List<String> KINDS = List.of("counties", "subjects", "grades", "suppliers", "states");

    private final List<Lesson> lessons;

    Grand(List<Lesson> lessons) {
        this.lessons = lessons;
    }

    List<Listed> list(Filter filter) {
        return lessons.stream()
                .filter(lesson -> KINDS.stream().allMatch(kind -> meets(lesson, filter, kind)))
                .filter(lesson -> meetsRest(lesson, filter))
                .sorted(Comparator.comparing(Lesson::startsAt).thenComparing(Lesson::id))
                .map(Grand::listed)
                .toList();
    }

    private static Listed listed(Lesson lesson) {
        var now = lesson.now();
        return new Listed(
                now.startsAt(),
                lesson.id(),
                now.endsAt(),
                lesson.shown().movedFrom(),
                value(lesson, "states"),
                now.title(),
                now.subject() == null ? "" : now.subject().name(),
                Words.gradeCode(now),
                now.classSpelled() == null ? "" : now.classSpelled(),
                now.schools().stream().map(School::name).toList(),
                IntStream.range(0, now.teachers().size())
                        .mapToObj(index -> now.teachers().get(index).name() + " "
                                + Words.schoolOf(now, index).name())
                        .toList(),
                now.supplierName(),
                lesson.reports().stream().map(Report::id).toList());
    }

    /** For each value those lessons that would be found if it alone were chosen of its kind. */
    Counts count(Filter filter) {
        var byValue = new LinkedHashMap<String, Map<String, String>>();
        for (var kind : KINDS) {
            var counts = new TreeMap<String, Integer>();
            if (filter.chosen().containsKey(kind)) {
                counts.put(filter.chosen().getOrDefault(kind, ""), 0);
            }
            for (var lesson : lessons) {
                var value = value(lesson, kind);
                var othersMet = KINDS.stream().allMatch(other -> other.equals(kind) || meets(lesson, filter, other));
                if (!value.isEmpty() && othersMet && meetsRest(lesson, filter)) {
                    counts.merge(value, 1, Integer::sum);
                }
            }
            var told = new TreeMap<String, String>();
            counts.forEach((value, count) -> told.put(value, told(count)));
            byValue.put(kind, told);
        }
        return new Counts(told(list(filter).size()), byValue);
    }

    private static String told(int count) {
        return count > MOST_COUNTED ? "1,000+" : count == MOST_COUNTED ? "1,000" : Integer.toString(count);
    }

    private static boolean meets(Lesson lesson, Filter filter, String kind) {
        var value = value(lesson, kind);
        return value.equals(filter.chosen().getOrDefault(kind, value));
    }

    /** What the report that is shown says; empty if nothing. */
    private static String value(Lesson lesson, String kind) {
        var now = lesson.now();
        return switch (kind) {
            case "counties" -> now.group().county().code();
            case "subjects" -> now.subject() == null ? "" : now.subject().code();
            case "grades" -> Words.gradeCode(now);
            case "suppliers" -> now.supplier();
            default -> now.cancelled() ? "CANCELLED" : "PLANNED";
        };
    }

    private static boolean meetsRest(Lesson lesson, Filter filter) {
        var day = lesson.startsAt().atZone(Times.ZONE).toLocalDate();
        var school = filter.chosen().get("schools");
        var text = filter.chosen().get("text");
        return !day.isBefore(filter.from())
                && !day.isAfter(filter.to())
                && filter.communities().contains(lesson.now().group().id())
                && (school == null || lesson.channels().contains("School:" + school))
                && (text == null || lesson.now().title().contains(text));
    }
}
