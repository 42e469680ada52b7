package org.tongke.backend.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.tongke.backend.replay.Seen.Event;
import org.tongke.backend.replay.Seen.Filter;
import org.tongke.backend.replay.Seen.Notice;
import org.tongke.backend.replay.Stage.Reader;

/** Compares what the product shows with what the oracle says, and counts what was compared. */
final class Comparison {
    private static final int MOST_TOLD = 5;
    private static final int WINDOW_DAYS = 31;

    private final Stage stage;
    private final Server server;
    private final Oracle oracle;
    private final List<Lesson> lessons;
    private final List<String> differences = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> compared = new ConcurrentHashMap<>();

    Comparison(Stage stage, Server server, Oracle oracle) {
        this.stage = stage;
        this.server = server;
        this.oracle = oracle;
        lessons = oracle.lessons();
    }

    List<String> differences() {
        return differences;
    }

    /** How much was compared, as in {@code weeks 120, entries 4711}. */
    Map<String, Integer> compared() {
        return compared;
    }

    private void compare(String where, List<?> expected, List<?> seen) {
        if (!expected.equals(seen)) {
            var missing = new ArrayList<>(expected);
            seen.forEach(missing::remove);
            var tooMuch = new ArrayList<>(seen);
            expected.forEach(tooMuch::remove);
            differences.add(where + ":\n  expected " + first(missing) + "\n  but saw  " + first(tooMuch)
                    + (missing.isEmpty() && tooMuch.isEmpty() ? "\n  in another order" : ""));
        }
    }

    private static String first(List<?> things) {
        return things.size() + " " + things.stream().limit(MOST_TOLD).toList();
    }

    private void count(String what, int number) {
        compared.merge(what, number, Integer::sum);
    }

    void grand() {
        var asker = new Asker(server, stage.readers().getFirst());
        var grand = new Grand(lessons);
        for (var filter : filters()) {
            var expected = grand.list(filter);
            compare("list " + filter, expected, asker.list(filter));
            counts(grand, asker, filter);
            count("lists", 1);
            count("listed", expected.size());
        }
    }

    /** The counts alone: whether all that follows from the reports has been done. */
    void counts() {
        var asker = new Asker(server, stage.readers().getFirst());
        var grand = new Grand(lessons);
        filters().forEach(filter -> counts(grand, asker, filter));
    }

    private void counts(Grand grand, Asker asker, Filter filter) {
        compare("counts " + filter, List.of(grand.count(filter)), List.of(asker.count(filter)));
    }

    /** Each window without a filter, and the middle one with each filter and some together. */
    private List<Filter> filters() {
        var filters = new ArrayList<Filter>();
        var end = stage.monday().plusWeeks(stage.weeks());
        for (var from = stage.monday(); from.isBefore(end); from = from.plusDays(WINDOW_DAYS)) {
            var day = from;
            // communities in tens: the lists of a filter are not endless
            for (int group = 0; group < stage.groups().size(); group += 10) {
                filters.add(filter(day, groups(group), Map.of()));
            }
        }
        var middle = stage.middle().minusDays(WINDOW_DAYS / 2);
        var school = stage.groups().getLast().schools().get(1).id();
        var chosen = List.of(
                Map.of("schools", school),
                Map.of("counties", "330382"),
                Map.of("subjects", "MATHEMATICS"),
                Map.of("grades", "G5"),
                Map.of("suppliers", "replay-b"),
                Map.of("suppliers", "hand"),
                Map.of("states", "CANCELLED"),
                Map.of("text", Lives.RARE_WORD),
                Map.of(
                        "counties",
                        "330381",
                        "subjects",
                        "ENGLISH",
                        "grades",
                        "G4",
                        "suppliers",
                        "replay-c",
                        "states",
                        "PLANNED"));
        for (int group = 0; group < stage.groups().size(); group += 10) {
            for (var some : chosen) {
                filters.add(filter(middle, groups(group), some));
            }
        }
        return filters;
    }

    private List<String> groups(int from) {
        return stage.groups().subList(from, Math.min(stage.groups().size(), from + 10)).stream()
                .map(Stage.Group::id)
                .toList();
    }

    private static Filter filter(LocalDate from, List<String> communities, Map<String, String> chosen) {
        return new Filter(from, from.plusDays(WINDOW_DAYS - 1), communities, chosen);
    }

    void timetables(Map<String, Asker.Calendar> before) {
        stage.readers().parallelStream().forEach(reader -> {
            var asker = new Asker(server, reader);
            var timetable = new Timetable(oracle, lessons, reader);
            weeks(reader, asker, timetable);
            notices(reader, asker, timetable);
            calendar(reader, asker, timetable, before.getOrDefault(reader.account(), Asker.Calendar.NONE));
        });
    }

    private void weeks(Reader reader, Asker asker, Timetable timetable) {
        for (int week = -1; week <= stage.weeks(); week++) {
            var monday = stage.monday().plusWeeks(week);
            var expected = timetable.week(monday);
            compare(reader.account() + " week " + monday, expected, asker.week(monday));
            count("weeks", 1);
            count("entries", expected.size());
        }
    }

    private void notices(Reader reader, Asker asker, Timetable timetable) {
        var told = timetable.notices();
        var missing = new ArrayList<Notice>();
        var tooMuch = bag(asker.notices());
        for (var one : told) {
            if (one.certain() && !takeOut(tooMuch, one.notice())) {
                missing.add(one.notice());
            }
        }
        var uncertain = 0;
        for (var one : told) {
            if (!one.certain() && takeOut(tooMuch, one.notice())) {
                uncertain++;
            }
        }
        var left = new ArrayList<Notice>();
        tooMuch.forEach((notice, number) -> left.addAll(Collections.nCopies(number, notice)));
        if (!missing.isEmpty() || !left.isEmpty()) {
            differences.add(
                    reader.account() + " notices:\n  missing " + first(missing) + "\n  too many " + first(left));
        }
        var certain =
                told.size() - (int) told.stream().filter(one -> !one.certain()).count();
        unread(reader, asker.unread(), certain + uncertain);
        count("notices", certain);
        count("perhaps notices", uncertain);
    }

    private void unread(Reader reader, String seen, int told) {
        var expected = told > 99 ? "99+" : Integer.toString(told);
        if (differences.isEmpty() && !expected.equals(seen)) {
            differences.add(reader.account() + " unread: expected " + expected + " but saw " + seen);
        }
    }

    private static <T> Map<T, Integer> bag(List<T> things) {
        var bag = new HashMap<T, Integer>();
        things.forEach(thing -> bag.merge(thing, 1, Integer::sum));
        return bag;
    }

    private static <T> boolean takeOut(Map<T, Integer> bag, T thing) {
        var here = bag.containsKey(thing);
        bag.computeIfPresent(thing, (any, number) -> number == 1 ? null : number - 1);
        return here;
    }

    private void calendar(Reader reader, Asker asker, Timetable timetable, Asker.Calendar before) {
        var today = LocalDate.now(Times.ZONE);
        var expected = timetable.events(today.minusWeeks(4), today.plusWeeks(26));
        var seen = asker.calendar();
        compare(reader.account() + " calendar", inOrder(expected), inOrder(seen.events()));
        seen.sequences().forEach((lesson, sequence) -> sequence(reader, lesson, sequence, seen, before));
        count("events", expected.size());
    }

    private static List<Event> inOrder(Map<String, Event> events) {
        return events.values().stream()
                .sorted(Comparator.comparing(Event::startsAt).thenComparing(Event::lesson))
                .toList();
    }

    /** It counts the writes, and the reader's edits; where others report the lesson, too, some more; and it grows whenever something else is told. */
    private void sequence(Reader reader, String lesson, int sequence, Asker.Calendar seen, Asker.Calendar before) {
        var writes = oracle.writesOf(lesson) + oracle.wish(reader).edits();
        var isRight = oracle.isAlone(lesson) ? sequence == writes : sequence >= writes;
        var earlier = before.events().get(lesson);
        if (earlier != null && isRight) {
            var last = before.sequences().getOrDefault(lesson, 0);
            isRight = sequence > last
                    || sequence == last && Objects.equals(earlier, seen.events().get(lesson));
        }
        if (!isRight) {
            differences.add(reader.account() + " sequence of " + lesson + ": " + sequence + " after " + writes
                    + " writes and edits; earlier " + earlier + ", now "
                    + seen.events().get(lesson));
        }
    }
}
