package org.tongke.frontend.publication;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.DayKind;
import org.tongke.frontend.contract.types.OccupiedTime;
import org.tongke.frontend.contract.types.SharedLesson;
import org.tongke.frontend.contract.types.SharedWeek;
import org.tongke.frontend.contract.types.SlotState;
import org.tongke.frontend.contract.types.WeekDay;

/** Somebody's week, for people who have a link to it. The links on it stay within what the link shows. */
final class SharedWeekPage {
    private SharedWeekPage() {}

    static String title(Visit visit, SharedWeek shown) {
        return visit.text("publication.weeks.title", shown.getName());
    }

    /** @param key what the link's address ends with */
    static List<Tag> parts(Visit visit, SharedWeek shown, String key) {
        var until = visit.text("publication.shared.until", visit.date(shown.getLastDay()));
        return List.of(
                Tag.of("section", "pb-part")
                        .add(
                                Tag.of("h1").say(title(visit, shown)),
                                HomePage.asOf(visit, shown.getAsOf()),
                                Tag.of("p", "tk-soft").say(until)),
                Tag.of("section", "pb-part").add(turn(visit, shown, key)).add(days(visit, shown)));
    }

    /** The week's name between the ways to those of its neighbours that the link shows. */
    private static Tag turn(Visit visit, SharedWeek shown, String key) {
        var turn = Tag.of("nav", "pb-turn").with("aria-label", visit.text("publication.week.turn"));
        step(visit, key, shown.getBefore(), "prev", "publication.week.before").ifPresent(step -> turn.add(step));
        turn.add(Tag.of("h2")
                .say(visit.text("publication.week.days", visit.day(shown.getFrom()), visit.day(shown.getTo()))));
        step(visit, key, shown.getAfter(), "next", "publication.week.after").ifPresent(step -> turn.add(step));
        return turn;
    }

    private static Optional<Tag> step(Visit visit, String key, @Nullable LocalDate monday, String rel, String words) {
        return Optional.ofNullable(monday)
                .map(day -> Tag.of("a", "tk-button")
                        .with("href", Addresses.with(Addresses.ofPerson(key), Map.of("week", day.toString())))
                        .with("rel", rel)
                        .say(visit.text(words)));
    }

    private static List<Tag> days(Visit visit, SharedWeek shown) {
        var items = Stream.concat(
                        shown.getLessons().stream().map(one -> new Item(one.getStartsAt(), lesson(visit, one))),
                        shown.getOccupied().stream().map(one -> new Item(one.getStartsAt(), busy(visit, one))))
                .sorted(Comparator.comparing(Item::at))
                .collect(Collectors.groupingBy(
                        item -> item.at().toLocalDate(), Collectors.mapping(Item::shown, Collectors.toList())));
        return shown.getDays().stream()
                .filter(day -> items.containsKey(day.getOn()) || day.getKind() != DayKind.WEEKEND)
                .map(day -> day(visit, day, items.getOrDefault(day.getOn(), List.of())))
                .toList();
    }

    /** What stands at a time. */
    private record Item(OffsetDateTime at, Tag shown) {}

    private static Tag day(Visit visit, WeekDay day, List<Tag> items) {
        var heading = Tag.of("h3").say(visit.day(day.getOn()));
        if (day.getName() != null) {
            heading.say(" · " + day.getName());
        }
        var section = Tag.of("section", "pb-day").add(heading);
        return items.isEmpty()
                ? section.add(Tag.of("p", "pb-idle").say(visit.text("publication.weeks.idle")))
                : section.add(Tag.of("ul", "pb-lessons").add(items));
    }

    private static Tag busy(Visit visit, OccupiedTime time) {
        return Tag.of("li")
                .add(
                        Lessons.time(visit, time.getStartsAt(), time.getEndsAt()),
                        Tag.of("div").add(Tag.of("p").say(visit.text("publication.weeks.busy"))));
    }

    private static Tag lesson(Visit visit, SharedLesson lesson) {
        var isOff = lesson.getSlot() == SlotState.CANCELLED || lesson.getSlot() == SlotState.MOVED_AWAY;
        var said = new ArrayList<Tag>();
        said.add(Tag.of("p").add(Tag.of("strong", isOff ? "tk-struck" : "").say(lesson.getTitle())));
        said.add(chips(visit, lesson));
        fate(visit, lesson).map(words -> Tag.of("p").say(words)).ifPresent(said::add);
        said.add(Tag.of("p").say(String.join(visit.text("publication.with"), lesson.getSchoolNames())));
        if (lesson.getRoom() != null) {
            said.add(Tag.of("p", "tk-soft").say(visit.text("publication.weeks.room", lesson.getRoom())));
        }
        return Tag.of("li")
                .add(
                        Lessons.time(visit, lesson.getStartsAt(), lesson.getEndsAt()),
                        Tag.of("div").add(said));
    }

    private static Tag chips(Visit visit, SharedLesson lesson) {
        var chips = Tag.of("p", "pb-chips").add(ListPage.chip(lesson.getKind()));
        Stream.of(lesson.getSubject(), lesson.getClassName())
                .filter(Objects::nonNull)
                .filter(words -> !words.equals(lesson.getTitle()))
                .map(ListPage::chip)
                .forEach(chip -> chips.add(chip));
        if (!lesson.getOwn()) {
            chips.add(ListPage.chip(visit.text("publication.weeks.followed")));
        } else if (lesson.getRole() != null) {
            chips.add(ListPage.chip(visit.text("publication.weeks.role." + lesson.getRole())));
        }
        if (lesson.getSlot() == SlotState.CANCELLED) {
            chips.add(Lessons.alert(visit.text("publication.week.cancelled")));
        } else if (lesson.getSlot() != SlotState.PLANNED) {
            chips.add(Lessons.alert(visit.text("publication.weeks.moved")));
        }
        return chips;
    }

    /** Where it went or came from. One that left only what is followed stands where it stood. */
    private static Optional<String> fate(Visit visit, SharedLesson lesson) {
        return Optional.ofNullable(lesson.getMovedTo())
                .filter(to -> !to.isEqual(lesson.getStartsAt()))
                .map(to -> moment(visit, "publication.weeks.movedTo", to))
                .or(() -> Optional.ofNullable(lesson.getMovedFrom())
                        .map(from -> moment(visit, "publication.weeks.movedFrom", from)));
    }

    private static String moment(Visit visit, String key, OffsetDateTime at) {
        return visit.text(key, visit.day(at.toLocalDate()), visit.time(at));
    }
}
