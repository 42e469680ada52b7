package org.tongke.frontend.timetable;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Channel;
import org.tongke.frontend.contract.types.NamedTimetable;

/** Parts of one's own timetable that have a name: what they hold, how to change them, and the way to another one. */
public final class NamedCard extends Section {
    private final NamedTimetables named;
    private final Following following;
    private final H2 title = new H2(text("timetable.named"));

    public NamedCard(NamedTimetables named, Following following) {
        this.named = named;
        this.following = following;
        addClassName("tkf-card");
        title.getElement().setAttribute("tabindex", "-1");
        add(title);
        show();
    }

    private void show() {
        getChildren().skip(1).toList().forEach(this::remove);
        add(new Paragraph(text("timetable.named.what")));
        var list = new UnorderedList();
        list.addClassName("tkf-lines");
        named.list().stream().map(this::line).forEach(list::add);
        if (list.getComponentCount() > 0) {
            add(list);
        }
        var make = new Button(text("timetable.named.make"));
        Taps.act(make, () -> new NamedDialog(named, following.listFollowed(), Optional.empty(), this::showAnew).open());
        add(new Row(make));
    }

    private ListItem line(NamedTimetable one) {
        var words = new Span(new Span(one.getName()), new Span(holds(one)));
        words.getComponentAt(1).addClassName("tkf-soft");
        words.addClassName("tkf-stack");
        var edit = new Button(text("timetable.named.edit"));
        edit.setAriaLabel(text("timetable.named.edit.of", one.getName()));
        Taps.act(edit, () -> new NamedDialog(named, following.listFollowed(), Optional.of(one), this::showAnew).open());
        var remove = new Button(text("timetable.named.remove"));
        remove.setAriaLabel(text("timetable.named.remove.of", one.getName()));
        Taps.act(remove, () -> remove(one));
        return new ListItem(words, new Row(edit, remove));
    }

    private static String holds(NamedTimetable one) {
        var channels = one.getChannels().stream()
                .map(Channel::getName)
                .collect(Collectors.joining(text("timetable.schools.and")));
        if (!one.getWithOwn()) {
            return channels;
        }
        return channels.isEmpty() ? text("timetable.named.own") : text("timetable.named.own.and", channels);
    }

    private void remove(NamedTimetable one) {
        named.remove(one.getId());
        showAnew();
        Toast.undo(text("timetable.named.removed", one.getName()), () -> {
            var channels = one.getChannels().stream().map(Channel::getId).toList();
            named.put(one.getId(), one.getName(), List.copyOf(channels), one.getWithOwn());
            showAnew();
        });
    }

    /** The button that had the focus may be gone. */
    private void showAnew() {
        show();
        title.getElement().executeJs("this.focus()");
    }
}
