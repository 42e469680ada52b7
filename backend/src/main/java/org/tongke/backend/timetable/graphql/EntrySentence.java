package org.tongke.backend.timetable.graphql;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.timetable.OwnEntry;
import org.tongke.backend.timetable.WeekEntry;
import org.tongke.calendar.SchoolWeek;

/**
 * An entry of a week as one sentence to be read aloud, as in 周三第3节，9点50到10点30，数学，与山村小学同上，已调课，原在周二8点. A clock would be
 * read as a score, hence 9点50. Thread-safe.
 */
final class EntrySentence {
    private static final String SYNCED_LESSON = "SYNCED_LESSON";

    private final Words words;
    private final ZoneId zone;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter date;
    private final DateTimeFormatter fullHour;
    private final DateTimeFormatter clock;

    /**
     * @param words words of one language
     * @param language that language, for the names of days and months
     * @param zone where days begin
     */
    EntrySentence(Words words, Locale language, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        weekday = pattern("weekday", language);
        date = pattern("date", language);
        fullHour = pattern("fullHour", language);
        clock = pattern("clock", language);
    }

    private DateTimeFormatter pattern(String name, Locale language) {
        return DateTimeFormatter.ofPattern(words.get("timetable.pattern." + name), language);
    }

    /**
     * The sentence.
     *
     * @param ownSchools raw ids of the listener's schools: they go without saying
     * @param ownPeriod what the place is called among the periods of the listener's school, as in 第3节; empty if of none
     */
    String of(WeekEntry entry, Collection<String> ownSchools, Optional<String> ownPeriod) {
        var parts = Stream.of(
                        Stream.of(when(entry.startsAt(), entry.endsAt(), ownPeriod), what(entry.activity())),
                        together(entry.activity(), ownSchools).stream(),
                        fate(entry))
                .flatMap(part -> part);
        return String.join(words.get("timetable.comma"), parts.toList());
    }

    /** An own entry as one sentence, as in 周三 16点到17点，接孩子，校门口，每周. */
    String of(OwnEntry entry) {
        var parts = new ArrayList<String>();
        parts.add(when(entry.startsAt(), entry.endsAt(), Optional.empty()));
        parts.add(entry.title());
        Optional.ofNullable(entry.place()).ifPresent(parts::add);
        if (entry.weekly()) {
            parts.add(words.get("timetable.weekly"));
        }
        return String.join(words.get("timetable.comma"), parts);
    }

    private String when(Instant startsAt, Instant endsAt, Optional<String> period) {
        var start = startsAt.atZone(zone);
        var day = weekday.format(start);
        var until = seenFrom(start, endsAt);
        return period.map(in -> words.get("timetable.whenIn", day, in, clock(start), until))
                .orElseGet(() -> words.get("timetable.when", day, clock(start), until));
    }

    private String what(Activity activity) {
        return Optional.ofNullable(activity.subjectCode()).map(words::subject).orElse(activity.title());
    }

    private Optional<String> together(Activity activity, Collection<String> ownSchools) {
        var others = activity.schools().stream()
                .filter(school -> !ownSchools.contains(school.schoolId()))
                .map(ActivitySchool::name)
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var manner = activity.kindCode().equals(SYNCED_LESSON) ? "lesson" : "other";
        var withOwn = others.size() < activity.schools().size();
        return Optional.of(
                withOwn
                        ? words.get("timetable.with." + manner, listed(others))
                        : words.get("timetable.together." + manner, listed(others)));
    }

    private String listed(List<String> names) {
        return String.join(words.get("timetable.listed"), names);
    }

    private Stream<String> fate(WeekEntry entry) {
        var start = entry.startsAt().atZone(zone);
        var cancelled = words.get("timetable.cancelled");
        return switch (entry.slot()) {
            case PLANNED -> Stream.empty();
            case CANCELLED -> Stream.of(cancelled);
            case MOVED_HERE ->
                Stream.of(
                        words.get("timetable.moved"),
                        words.get("timetable.movedFrom", seenFrom(start, Objects.requireNonNull(entry.movedFrom()))));
            case MOVED_AWAY -> {
                var movedTo = Objects.requireNonNull(entry.movedTo());
                var where = movedTo.equals(entry.startsAt())
                        ? words.get("timetable.movedElsewhere")
                        : words.get("timetable.movedTo", seenFrom(start, movedTo));
                var moved = Stream.of(words.get("timetable.moved"), where);
                yield entry.activity().state() == ActivityState.CANCELLED
                        ? Stream.concat(moved, Stream.of(cancelled))
                        : moved;
            }
        };
    }

    /** A time as one says it at another time: without what goes without saying. */
    private String seenFrom(ZonedDateTime there, Instant instant) {
        var time = instant.atZone(zone);
        if (time.toLocalDate().equals(there.toLocalDate())) {
            return clock(time);
        }
        var sameWeek = SchoolWeek.from(there.toLocalDate()).contains(time.toLocalDate());
        return words.get("timetable.dayAndClock", (sameWeek ? weekday : date).format(time), clock(time));
    }

    private String clock(ZonedDateTime time) {
        return (time.getMinute() == 0 ? fullHour : clock).format(time);
    }

    /** Words of one language. */
    interface Words {
        /** The words of a key, with what they name filled in. */
        String get(String key, Object... arguments);

        /** Name of the subject with a code. */
        String subject(String code);
    }
}
