package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.Activity;

/** Lessons that were found, day by day. */
final class LessonResults extends Div {
    private final BiConsumer<String, LessonItem> open;
    private @Nullable LocalDate lastDay;
    private UnorderedList last = new UnorderedList();

    /** @param open called with the id of a lesson that a person taps, and its place in the list */
    LessonResults(BiConsumer<String, LessonItem> open) {
        this.open = open;
        addClassName("tkf-stack");
    }

    /** Shows these lessons instead of the ones before. */
    void show(List<Activity> lessons) {
        removeAll();
        lastDay = null;
        append(lessons);
    }

    /** Shows lessons after the ones that stand there. */
    void append(List<Activity> lessons) {
        for (var lesson : lessons) {
            var day = lesson.getStartsAt().toLocalDate();
            if (!day.equals(lastDay)) {
                lastDay = day;
                last = new UnorderedList();
                last.addClassNames("tkf-lessons", "tkf-found");
                add(new Section(new H2(name(day)), last));
            }
            last.add(new LessonItem(lesson, item -> open.accept(lesson.getId(), item)));
        }
    }

    private static String name(LocalDate day) {
        var today = Today.on();
        var name = day.getYear() == today.getYear()
                ? Formats.day(day)
                : text("find.window.year", String.valueOf(day.getYear()), Formats.day(day));
        return day.equals(today)
                ? text("find.today", name)
                : day.equals(today.plusDays(1)) ? text("find.tomorrow", name) : name;
    }
}
