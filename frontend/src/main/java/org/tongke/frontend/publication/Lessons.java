package org.tongke.frontend.publication;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongke.frontend.contract.types.ActivityState;
import org.tongke.frontend.contract.types.PublicLesson;
import org.tongke.frontend.contract.types.PublicWeek;

/** The lessons of a week, day by day. */
final class Lessons {
    private Lessons() {}

    /** @param own whether all belong to one community, whose name stands above */
    static List<Tag> days(Visit visit, PublicWeek week, boolean own) {
        var days = week.getLessons().stream()
                .collect(Collectors.groupingBy(
                        lesson -> lesson.getStartsAt().toLocalDate(), TreeMap::new, Collectors.toList()));
        if (days.isEmpty()) {
            return List.of(Tag.of("p", "pb-empty").say(visit.text("publication.week.none")));
        }
        var shown = days.entrySet().stream().map(day -> day(visit, day.getKey(), day.getValue(), own));
        var more = Tag.of("p", "tk-soft").say(visit.text("publication.week.some"));
        return week.getMore() ? Stream.concat(shown, Stream.of(more)).toList() : shown.toList();
    }

    private static Tag day(Visit visit, LocalDate on, List<PublicLesson> lessons, boolean own) {
        return Tag.of("section", "pb-day")
                .add(
                        Tag.of("h3").say(visit.day(on)),
                        Tag.of("ul", "pb-lessons")
                                .add(lessons.stream()
                                        .map(lesson -> lesson(visit, lesson, own))
                                        .toList()));
    }

    private static Tag lesson(Visit visit, PublicLesson lesson, boolean own) {
        var cancelled = lesson.getState() == ActivityState.CANCELLED;
        var title = Tag.of("strong", cancelled ? "tk-struck" : "").say(lesson.getTitle());
        var about = Stream.of(lesson.getSubject(), lesson.getGrade())
                .filter(one -> one != null && !one.equals(lesson.getTitle()))
                .collect(Collectors.joining(" · "));
        var chips = Tag.of("p", "pb-chips").add(ListPage.chip(lesson.getKind()));
        if (!about.isEmpty()) {
            chips.add(ListPage.chip(about));
        }
        if (cancelled) {
            chips.add(alert(visit.text("publication.week.cancelled")));
        }
        var said = Tag.of("div")
                .add(
                        Tag.of("p").add(title),
                        chips,
                        Tag.of("p").say(String.join(visit.text("publication.with"), lesson.getSchoolNames())));
        if (!own) {
            said.add(Tag.of("p", "tk-soft")
                    .add(Tag.link(Addresses.community(lesson.getCommunityId()), lesson.getCommunityName())));
        }
        return Tag.of("li").add(time(visit, lesson.getStartsAt(), lesson.getEndsAt()), said);
    }

    /** A mark of what is not as it was planned. */
    static Tag alert(String words) {
        return Tag.of("span", "tk-chip tk-chip-now").say(words);
    }

    /** From when to when. */
    static Tag time(Visit visit, OffsetDateTime from, OffsetDateTime to) {
        return Tag.of("p", "pb-time")
                .add(moment(visit, from), Tag.of("span", "tk-unseen").say("–"), moment(visit, to));
    }

    private static Tag moment(Visit visit, OffsetDateTime at) {
        return Tag.of("time").with("datetime", at.toString()).say(visit.time(at));
    }
}
