package org.tongke.backend.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.calendar.SchoolWeek;

/**
 * Somebody who follows channels, perhaps teaches, and looks at a week. What is seen is a line an entry:
 * {@code 03-10 09:50 PLANNED 1 via A}, and the reason if it is not that something is followed.
 */
record Follower(List<String> channels, Optional<String> taught, Selection selection) {
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(Lesson.ZONE);

    /** @param names names of communities, or keys of schools as in {@code school:山村小学} */
    static Follower of(String... names) {
        return new Follower(
                List.of(names).stream()
                        .map(name -> name.startsWith("school:") ? name : "community:" + name)
                        .toList(),
                Optional.empty(),
                Selection.NONE);
    }

    /** The same who teaches what stands on a channel. */
    Follower teaching(String channel) {
        return new Follower(channels, Optional.of(channel), selection);
    }

    /** The same who shows and hides something besides. */
    Follower with(UnaryOperator<Selection> picks) {
        return new Follower(channels, taught, picks.apply(selection));
    }

    /** The entries of the week that holds a day. */
    List<String> sees(String day, Lesson... lessons) {
        return places(day, lessons).stream().map(Follower::print).toList();
    }

    List<Place> places(String day, Lesson... lessons) {
        var week = SchoolWeek.from(LocalDate.parse(day)).instants(Lesson.ZONE);
        return WeekArrangement.arrange(
                Lesson.activities(lessons),
                new Wanted(channels, taught, selection, List.of()),
                week,
                Week.MOST_ENTRIES);
    }

    private static String print(Place place) {
        var moves = arrow(" → ", place.movedTo()) + arrow(" ← ", place.movedFrom());
        var via = place.via().stream()
                .map(key -> key.replace("community:", "").replace("school:", ""))
                .collect(Collectors.joining(" "));
        var reason = place.reason() == EntryReason.FOLLOWED ? "" : " " + place.reason();
        return "%s %s%s %s via %s%s"
                .formatted(
                        SHORT.format(place.startsAt()),
                        place.slot(),
                        moves,
                        ActivityKey.of(place.activity().id()).externalId(),
                        via,
                        reason);
    }

    private static String arrow(String arrow, @Nullable Instant instant) {
        return instant == null ? "" : arrow + SHORT.format(instant);
    }
}
