package org.tongke.frontend.timetable;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.CopyButton;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.QrPicture;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.NamedTimetable;

/** One's own timetable in the calendar of a phone or a computer: the address, as text and for a camera, how to use it, how to end it. */
public final class CalendarCard extends Section {
    private static final List<String> SYSTEMS = List.of("ios", "android", "outlook");

    private final CalendarFeeds feeds;
    private final NamedTimetables named;
    /** The part that the calendar holds; null for the whole. */
    private @Nullable NamedTimetable part;

    private final H2 title = new H2(text("timetable.calendar"));

    public CalendarCard(CalendarFeeds feeds, NamedTimetables named) {
        this.feeds = feeds;
        this.named = named;
        addClassName("tkf-card");
        title.getElement().setAttribute("tabindex", "-1");
        add(title);
        show();
    }

    private void show() {
        getChildren().skip(1).toList().forEach(this::remove);
        feeds.findAddress()
                .ifPresentOrElse(
                        address -> showOpen(part == null ? address : address + "?named=" + part.getId()),
                        this::showClosed);
    }

    private void showClosed() {
        var open = new Button(text("timetable.calendar.open"));
        open.addThemeName("primary");
        Taps.act(open, () -> {
            feeds.open();
            showAnew();
        });
        add(new Paragraph(text("timetable.calendar.what")), new Row(open));
    }

    private void showOpen(String address) {
        var secret = new Code(address);
        secret.addClassName("tkf-address");
        var copy = new CopyButton(text("timetable.calendar.copy"), address, text("timetable.calendar.copied"));
        // the address is ours; calendars on phones and computers open this scheme by themselves
        var subscribe = new Anchor();
        subscribe.setText(text("timetable.calendar.subscribe"));
        subscribe.setUnsafeHref(address.replaceFirst("^https?:", "webcal:"));
        subscribe.setRouterIgnore(true);
        var close = new Button(text("timetable.calendar.close"));
        close.addThemeName("tertiary");
        Taps.act(close, () -> {
            feeds.close();
            showAnew();
            Toast.show(text("timetable.calendar.closed"));
        });
        var parts = named.list();
        if (!parts.isEmpty()) {
            add(choice(parts));
        }
        add(
                new Paragraph(text("timetable.calendar.secret")),
                new Row(Links.button(subscribe), copy),
                secret,
                new NativeDetails(
                        text("timetable.calendar.qr"), new QrPicture(address, text("timetable.calendar.qr.name"))),
                new NativeDetails(text("timetable.calendar.how"), how()),
                new Row(close));
    }

    private Select<NamedTimetable> choice(List<NamedTimetable> parts) {
        var choice = new Select<NamedTimetable>();
        choice.setLabel(text("timetable.calendar.part"));
        choice.setItems(parts);
        choice.setItemLabelGenerator(one -> one == null ? text("timetable.calendar.whole") : one.getName());
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(text("timetable.calendar.whole"));
        parts.stream()
                .filter(one -> part != null && one.getId().equals(part.getId()))
                .findFirst()
                .ifPresent(choice::setValue);
        choice.addValueChangeListener(chosen -> {
            part = chosen.getValue();
            show();
        });
        return choice;
    }

    /** The button that had the focus is gone. */
    private void showAnew() {
        show();
        title.getElement().executeJs("this.focus()");
    }

    private static DescriptionList how() {
        var systems = new DescriptionList();
        for (var system : SYSTEMS) {
            systems.add(
                    new Term(text("timetable.calendar.how." + system)),
                    new Description(text("timetable.calendar.how." + system + ".steps")));
        }
        return systems;
    }
}
