package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.ActivitySchool;
import org.tongke.frontend.contract.types.ActivityState;
import org.tongke.frontend.contract.types.Grade;

/** A lesson that was found: when, what, between which schools, and what became of it. A tap opens it. */
final class LessonItem extends ListItem {
    private final NativeButton button = new NativeButton();
    private final Span mine = new Span(text("find.mine"));

    /** @param open called when a person taps it */
    LessonItem(Activity lesson, Consumer<LessonItem> open) {
        var cancelled = lesson.getState() == ActivityState.CANCELLED;
        getElement()
                .setAttribute("data-subject", LessonWords.subjectCode(lesson))
                .setAttribute("data-cancelled", cancelled);
        mine.addClassName("tkf-state");
        mine.getElement().setAttribute("data-state", "good");
        button.addClickListener(click -> open.accept(this));
        button.add(when(lesson), what(lesson), schools(lesson), more(lesson));
        add(button);
        setMine(lesson.getStanding() != null && lesson.getStanding().getShown());
    }

    /** Says whether it stands in one's own timetable. */
    void setMine(boolean shown) {
        mine.setVisible(shown);
    }

    /** Takes the focus back from a sheet, when the page has drawn and moved it to its title. */
    void focusLater() {
        button.getElement().executeJs("setTimeout(() => this.focus({preventScroll: true}), 100)");
    }

    private static Span when(Activity lesson) {
        var when = new Span(LessonWords.times(lesson));
        when.addClassName("tkf-lesson-when");
        return when;
    }

    private static Span what(Activity lesson) {
        var what = new Span(lesson.getTitle());
        what.addClassNames("tkf-strong", "tkf-lesson-what");
        return what;
    }

    private static Span schools(Activity lesson) {
        var schools = new Span(lesson.getSchools().stream()
                .map(ActivitySchool::getName)
                .collect(Collectors.joining(text("timetable.schools.and"))));
        schools.addClassName("tkf-lesson-where");
        return schools;
    }

    private Span more(Activity lesson) {
        var more = new Span(Stream.of(
                        lesson.getSubject() == null ? null : lesson.getSubject().getName(),
                        lesson.getClassName() == null ? grade(lesson.getGrade()) : lesson.getClassName(),
                        lesson.getKind().getName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · ")));
        var line = new Span(more);
        line.addClassName("tkf-lesson-more");
        if (lesson.getState() == ActivityState.CANCELLED) {
            line.add(state(text("find.cancelled")));
        } else if (lesson.getMovedFrom() != null) {
            line.add(moved(lesson));
        }
        line.add(mine);
        return line;
    }

    private static @Nullable String grade(@Nullable Grade grade) {
        return grade == null ? null : grade.getName();
    }

    private static Span moved(Activity lesson) {
        var before = new Span(Formats.day(lesson.getMovedFrom()) + " " + Formats.time(lesson.getMovedFrom()));
        before.addClassName("tkf-struck");
        var moved = state(text("find.moved"));
        moved.add(before);
        return moved;
    }

    private static Span state(String words) {
        var state = new Span(new Span(words));
        state.addClassName("tkf-state");
        state.getElement().setAttribute("data-state", "lacking");
        return state;
    }
}
