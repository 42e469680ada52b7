package org.tongke.frontend.timetable;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.CopyButton;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.QrPicture;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.SureDialog;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.WeekLink;

/** One's own week for people without an account: what they see, until when, the address, how to end it. */
public final class WeekLinkCard extends Section {
    private static final List<Integer> DAYS = List.of(7, 30, 90);

    private final WeekLinks links;
    private final H2 title = new H2(text("timetable.link"));
    /** How long the link is to hold, as it was chosen last. */
    private int days = DAYS.getFirst();

    public WeekLinkCard(WeekLinks links) {
        this.links = links;
        addClassName("tkf-card");
        title.getElement().setAttribute("tabindex", "-1");
        add(title);
        show();
    }

    private void show() {
        getChildren().skip(1).toList().forEach(this::remove);
        links.find().ifPresentOrElse(this::showOpen, this::showClosed);
    }

    private void showClosed() {
        var problems = new FormProblems();
        var open = new Button(text("timetable.link.open"));
        open.addThemeName("primary");
        Taps.act(open, () -> open(problems));
        add(new Paragraph(text("timetable.link.what")));
        add(means());
        add(howLong(), problems, new Row(open));
    }

    private static Component[] means() {
        return new Component[] {new Paragraph(text("timetable.link.shows")), new Paragraph(text("timetable.link.hides"))
        };
    }

    private Choice howLong() {
        var choice = new Choice(text("timetable.link.long"));
        DAYS.forEach(one ->
                choice.value(one, text("timetable.link.days." + one), null, one == days, chosen -> days = chosen));
        return choice;
    }

    private boolean open(FormProblems problems) {
        problems.clear();
        try {
            links.open(lastDay());
            showAnew();
            return true;
        } catch (RefusedException refused) {
            problems.say(refused);
            return false;
        }
    }

    private LocalDate lastDay() {
        return Today.on().plusDays(days);
    }

    private void showOpen(WeekLink link) {
        var address = Objects.requireNonNull(link.getUrl());
        var secret = new Code(address);
        secret.addClassName("tkf-address");
        var copy = new CopyButton(text("timetable.link.copy"), address, text("timetable.link.copied"));
        copy.addThemeName("primary");
        // on our own site whatever name it is reached by, so the path is enough
        var look = Links.out(address.replaceFirst("^https?://[^/]+", ""), text("timetable.link.look"));
        look.setTarget("_blank");
        var end = new Button(text("timetable.link.end"));
        end.addThemeName("tertiary");
        Taps.act(
                end,
                () -> new SureDialog(text("timetable.link.end.sure"), text("timetable.link.end"), this::close)
                        .saying(text("timetable.link.end.means"))
                        .open());
        add(
                new Paragraph(text("timetable.link.until", Formats.date(Objects.requireNonNull(link.getLastDay())))),
                new Row(copy, Links.calm(look)),
                secret,
                new NativeDetails(text("timetable.link.qr"), new QrPicture(address, text("timetable.link.qr.name"))),
                new NativeDetails(text("timetable.link.means"), new Div(means())),
                new NativeDetails(text("timetable.link.change"), change()),
                new Row(end));
    }

    private Div change() {
        var problems = new FormProblems();
        var change = new Button(text("timetable.link.change.do"));
        Taps.act(change, () -> {
            if (open(problems)) {
                Toast.show(text("timetable.link.changed", Formats.date(lastDay())));
            }
        });
        return new Div(howLong(), problems, new Row(change));
    }

    private void close() {
        links.close();
        showAnew();
        Toast.show(text("timetable.link.ended"));
    }

    /** The button that had the focus is gone; a dialog gives it back to that button first. */
    private void showAnew() {
        show();
        title.getElement().executeJs("setTimeout(() => this.focus())");
    }
}
