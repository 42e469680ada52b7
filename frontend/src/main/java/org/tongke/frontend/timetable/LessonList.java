package org.tongke.frontend.timetable;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.ActivitySchool;
import org.tongke.frontend.contract.types.ActivityState;

/** Activities in a row: when, what, between which schools. */
public final class LessonList extends UnorderedList {

    public LessonList(List<Activity> activities) {
        addClassName("tkf-lessons");
        activities.stream().map(LessonList::line).forEach(this::add);
    }

    private static ListItem line(Activity activity) {
        var title = new Span(title(activity));
        title.addClassName("tkf-strong");
        var line = new ListItem(
                new Span(Formats.span(activity.getStartsAt(), activity.getEndsAt())),
                title,
                new Span(activity.getSchools().stream()
                        .map(ActivitySchool::getName)
                        .collect(Collectors.joining(text("timetable.schools.and")))));
        line.getElement()
                .setAttribute(
                        "data-subject",
                        activity.getSubject() == null
                                ? "RESEARCH"
                                : activity.getSubject().getCode());
        if (activity.getState() == ActivityState.CANCELLED) {
            line.getElement().setAttribute("data-cancelled", true);
        }
        return line;
    }

    private static String title(Activity activity) {
        var named = activity.getSubject() == null
                ? activity.getTitle()
                : activity.getSubject().getName() + " · " + activity.getTitle();
        return activity.getState() == ActivityState.CANCELLED ? text("timetable.cancelled", named) : named;
    }
}
