package org.tongke.backend.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.replay.Report.Stood;
import org.tongke.backend.replay.Seen.Entry;
import org.tongke.backend.replay.Seen.Event;
import org.tongke.backend.replay.Seen.Notice;
import org.tongke.backend.replay.Stage.Reader;
import org.tongke.backend.replay.Stage.School;

/** What one reader must see, as the oracle has it. */
final class Timetable {
    private static final int MOST_CONFLICTS = 10;
    private static final int MOST_ENTRIES = 500;

    private final Oracle oracle;
    private final List<Lesson> lessons;
    private final Wish wish;
    private final Reader reader;
    /** All places, in the order of their start. */
    private final List<Spot> all;

    /** @param lessons {@link Oracle#lessons}, which are not found anew for each reader */
    Timetable(Oracle oracle, List<Lesson> lessons, Reader reader) {
        this.oracle = oracle;
        this.lessons = lessons;
        this.reader = reader;
        wish = oracle.wish(reader);
        all = spots();
    }

    /** A place where a lesson stands or stood. */
    private record Spot(
            Lesson lesson, Instant startsAt, Instant endsAt, boolean isLeft, String reason, List<String> via) {

        String slot() {
            if (isLeft) {
                return "MOVED_AWAY";
            }
            if (lesson.now().cancelled()) {
                return "CANCELLED";
            }
            return lesson.shown().movedFrom() == null ? "PLANNED" : "MOVED_HERE";
        }

        boolean isHeld() {
            return !isLeft && !lesson.now().cancelled();
        }
    }

    private List<Spot> spots() {
        var spots = new ArrayList<Spot>();
        for (var lesson : lessons) {
            if (wish.isHidden(lesson)) {
                continue;
            }
            var now = lesson.now();
            var reason = wish.reason(lesson, lesson.channels());
            if (reason != null) {
                spots.add(new Spot(lesson, now.startsAt(), now.endsAt(), false, reason, wish.via(lesson.channels())));
            }
            addLeft(lesson, reason == null ? null : now.startsAt(), spots);
        }
        spots.sort(Comparator.comparing(Spot::startsAt)
                .thenComparing(spot -> spot.lesson().id()));
        return spots;
    }

    /** The places of the days from one to another that is not among them any more. */
    private List<Spot> spots(LocalDate from, LocalDate until) {
        return all.stream()
                .filter(spot -> !isBefore(spot, from) && isBefore(spot, until))
                .toList();
    }

    private static boolean isBefore(Spot spot, LocalDate day) {
        return spot.startsAt().isBefore(day.atStartOfDay(Times.ZONE).toInstant());
    }

    /** @param standsAt where the lesson stands for this reader: that place is not left */
    private void addLeft(Lesson lesson, @Nullable Instant standsAt, List<Spot> spots) {
        var channels = new TreeMap<Instant, Set<String>>();
        var last = new HashMap<Instant, Stood>();
        lesson.left().forEach((place, stood) -> {
            if (wish.isAdded(lesson) || wish.isWanted(place.channel())) {
                channels.computeIfAbsent(place.startsAt(), any -> new TreeSet<>())
                        .add(place.channel());
                last.merge(place.startsAt(), stood, (one, other) -> one.write() > other.write() ? one : other);
            }
        });
        channels.forEach((startsAt, on) -> {
            var reason = wish.reason(lesson, on);
            if (!startsAt.equals(standsAt) && reason != null) {
                spots.add(new Spot(lesson, startsAt, last.get(startsAt).endsAt(), true, reason, wish.via(on)));
            }
        });
    }

    List<Entry> week(LocalDate monday) {
        var spots = spots(monday, monday.plusWeeks(1));
        if (spots.size() > MOST_ENTRIES) {
            throw new IllegalStateException("a week holds no more: " + spots.size());
        }
        return spots.stream().map(spot -> entry(spot, spots)).toList();
    }

    private Entry entry(Spot spot, List<Spot> all) {
        var now = spot.lesson().now();
        var slot = spot.slot();
        return new Entry(
                spot.startsAt(),
                spot.lesson().id(),
                slot,
                spot.endsAt(),
                spot.isLeft() ? now.startsAt() : null,
                slot.equals("MOVED_HERE") ? spot.lesson().shown().movedFrom() : null,
                now.title(),
                spot.reason(),
                spot.via(),
                periods(spot),
                spot.isHeld() ? conflicts(spot, all) : List.of());
    }

    /** Of each school of the lesson, the reader's own first, as in {@code 重放1号甲小学 第3节}. */
    private List<String> periods(Spot spot) {
        var own = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (var school : spot.lesson().now().schools()) {
            (school.equals(reader.school()) ? own : others).add(school.name() + " " + period(school, spot));
        }
        own.addAll(others);
        return own;
    }

    /** The periods of which it takes more than half. */
    private String period(School school, Spot spot) {
        var from = spot.startsAt().atZone(Times.ZONE);
        var to = spot.endsAt().atZone(Times.ZONE).toLocalTime();
        var taken = new ArrayList<Integer>();
        var bells = oracle.stage().bells(school, from.toLocalDate());
        for (int index = 0; index < bells.size(); index++) {
            if (minutes(bells.get(index), from.toLocalTime(), to) * 2 > Times.PERIOD_MINUTES) {
                taken.add(index + 1);
            }
        }
        return taken.size() == 1 ? "第" + taken.getFirst() + "节" : "第" + taken.getFirst() + "–" + taken.getLast() + "节";
    }

    /** How many minutes of a period something takes. */
    private static int minutes(LocalTime begin, LocalTime from, LocalTime to) {
        var start = Math.max(begin.toSecondOfDay(), from.toSecondOfDay());
        var end = Math.min(begin.toSecondOfDay() + Times.PERIOD_MINUTES * 60, to.toSecondOfDay());
        return Math.max(0, end - start) / 60;
    }

    /** What takes place at the same time; not what stands beside it on one channel that is followed, if both are here for that alone. */
    private List<String> conflicts(Spot spot, List<Spot> all) {
        return all.stream()
                .filter(other -> other != spot && other.isHeld())
                .filter(other -> other.startsAt().isBefore(spot.endsAt())
                        && spot.startsAt().isBefore(other.endsAt()))
                .filter(other -> !(spot.reason().equals("FOLLOWED")
                        && other.reason().equals("FOLLOWED")
                        && other.via().stream().anyMatch(spot.via()::contains)))
                .sorted(Comparator.comparing(Spot::startsAt)
                        .thenComparing(other -> opaque(other.lesson().id())))
                .limit(MOST_CONFLICTS)
                .map(other -> other.lesson().id())
                .toList();
    }

    private static String opaque(String lesson) {
        return new GlobalId("Activity", lesson).encode();
    }

    /**
     * A notice, told or perhaps told.
     *
     * @param certain whether it must be told; else it was told only if what two suppliers report stood as one lesson by then, which
     *     takes a moment
     */
    record Told(Notice notice, boolean certain) {}

    /** Notices in any order. Of a lesson that is hidden nothing is told. */
    List<Told> notices() {
        var told = new ArrayList<Told>();
        for (var lesson : lessons) {
            if (!wish.isHidden(lesson)) {
                for (var report : lesson.reports()) {
                    report.changes().forEach(change -> addNotice(lesson, report, change, told));
                }
            }
        }
        return told;
    }

    private void addNotice(Lesson lesson, Report report, Report.Change change, List<Told> told) {
        if (change.account().equals(reader.account())) {
            return;
        }
        var sure = change.channels();
        var perhaps = new HashSet<>(sure);
        perhaps.addAll(oracle.neighbours(change.before()));
        perhaps.addAll(oracle.neighbours(change.after()));
        var must = notice(lesson, report, change, sure);
        var may = notice(lesson, report, change, perhaps);
        if (must != null && must.equals(may)) {
            told.add(new Told(must, true));
        } else if (may != null) {
            told.add(new Told(may, false));
            // without what those alone are told who take part
            var less = notice(report, change, false);
            if (less != null && !less.equals(may)) {
                told.add(new Told(less, false));
            }
        }
    }

    private @Nullable Notice notice(Lesson lesson, Report report, Report.Change change, Set<String> channels) {
        var takesPart =
                channels.contains(wish.taught()) && report.now().schools().contains(reader.school());
        var looks = wish.isAdded(lesson) || channels.stream().anyMatch(wish::isWanted);
        return looks ? notice(report, change, takesPart) : null;
    }

    private static @Nullable Notice notice(Report report, Report.Change change, boolean takesPart) {
        var fields = Words.changes(change.before(), change.after()).stream()
                .filter(field -> takesPart || !field.isInside())
                .toList();
        return fields.isEmpty()
                ? null
                : new Notice(
                        report.id(),
                        Words.kind(change.before(), change.after(), fields),
                        change.by(),
                        fields.stream().map(Words.Changed::told).toList());
    }

    /** Events of the days from one to another, that one too: one a lesson, where it stands or, if not here, where it stood last. */
    Map<String, Event> events(LocalDate from, LocalDate to) {
        var events = new HashMap<String, Event>();
        var isLeft = new HashSet<String>();
        for (var spot : spots(from, to.plusDays(1))) {
            var id = spot.lesson().id();
            if (!events.containsKey(id) || isLeft.contains(id)) {
                events.put(id, event(spot));
                if (spot.isLeft()) {
                    isLeft.add(id);
                } else {
                    isLeft.remove(id);
                }
            }
        }
        return events;
    }

    private Event event(Spot spot) {
        var now = spot.lesson().now();
        var takesPart = now.schools().contains(reader.school());
        var room = now.taught().equals(reader.school()) ? now.room() : null;
        var place = takesPart ? reader.school().name() : now.taught().name();
        return new Event(
                spot.lesson().id(),
                spot.startsAt(),
                spot.endsAt(),
                spot.isHeld() ? "CONFIRMED" : "CANCELLED",
                (now.subject() == null ? "" : now.subject().name() + " ") + now.title(),
                room == null ? place : room,
                takesPart ? now.joinUrl() : null);
    }
}
