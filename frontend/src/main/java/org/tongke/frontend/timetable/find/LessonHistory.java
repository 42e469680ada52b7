package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.Activity;
import org.tongke.frontend.contract.types.ActivityChange;
import org.tongke.frontend.contract.types.FieldChange;

/** What was changed in a lesson, by whom and when, the last change first. */
final class LessonHistory extends NativeDetails {

    LessonHistory(Activity lesson) {
        super(text("find.sheet.history"));
        var list = new OrderedList();
        list.addClassNames("tkf-plain-list", "tkf-stack");
        changes(lesson).stream().map(LessonHistory::item).forEach(list::add);
        setContent(list);
    }

    /** Whether there is any that the person may see. */
    static boolean isOf(Activity lesson) {
        return !changes(lesson).isEmpty();
    }

    private static List<ActivityChange> changes(Activity lesson) {
        return lesson.getHistory() == null
                ? List.of()
                : lesson.getHistory().stream()
                        .filter(change -> !change.getFields().isEmpty())
                        .toList();
    }

    private static ListItem item(ActivityChange change) {
        var at = change.getRecordedAt();
        var head = new Paragraph(Formats.day(at) + " " + Formats.time(at) + " · " + change.getBy());
        head.addClassName("tkf-soft");
        var item = new ListItem(head);
        change.getFields().stream().map(LessonHistory::field).forEach(item::add);
        return item;
    }

    private static Paragraph field(FieldChange field) {
        var words = new Paragraph(new Span(field.getField() + " "));
        if (field.getBefore() != null) {
            var before = new Span(field.getBefore());
            before.addClassName("tkf-struck");
            words.add(before, new Span(" → "));
        }
        words.add(new Span(field.getAfter() == null ? text("find.sheet.none") : field.getAfter()));
        return words;
    }
}
