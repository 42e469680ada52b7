package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Notice;

/** Why nothing was found, and the ways on: the next day that has something, fewer conditions, more days. */
final class NothingFound {
    /** More ways than these are no help. */
    private static final int MOST_DROPPED = 4;

    private NothingFound() {}

    /**
     * The notice in place of lessons.
     *
     * @param nextDay the next day on which there is such a lesson
     * @param go called with what is to be looked for
     */
    static Notice notice(
            FindSearch search, List<Condition> conditions, Optional<LocalDate> nextDay, Consumer<FindSearch> go) {
        var ways = new ArrayList<Component>();
        nextDay.ifPresent(day -> ways.add(way(
                text("find.nothing.nextDay", Formats.day(day)),
                search.in(search.window().at(day)),
                go)));
        conditions.stream()
                .limit(MOST_DROPPED)
                .forEach(condition ->
                        ways.add(way(text("find.nothing.drop", condition.label()), condition.without(), go)));
        if (conditions.size() > 1) {
            ways.add(way(text("find.nothing.dropAll"), search.cleared(), go));
        }
        if (nextDay.isEmpty() && search.window().days() < FindWindow.MOST_DAYS) {
            ways.add(way(
                    text("find.nothing.wider", FindWindow.MOST_DAYS),
                    search.in(search.window().widest()),
                    go));
        }
        return new Notice(
                text("find.nothing"),
                text(
                        conditions.isEmpty() ? "find.nothing.window" : "find.nothing.conditions",
                        WindowBar.words(search.window())),
                ways.toArray(Component[]::new));
    }

    private static Button way(String words, FindSearch search, Consumer<FindSearch> go) {
        return new Button(words, click -> go.accept(search));
    }
}
