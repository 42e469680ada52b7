package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import java.util.function.Consumer;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Today;

/** The days that are looked through, with the way to those before and after, and back to now. */
final class WindowBar extends Div {
    private final Paragraph days = new Paragraph();
    private final Button now;
    private FindWindow window = FindWindow.of(FindWindow.Span.STRETCH, Today.on());

    /** @param go called with the window that a person asks for */
    WindowBar(Consumer<FindWindow> go) {
        addClassName("tkf-window");
        days.addClassName("tkf-strong");
        var before = new Button("‹", click -> go.accept(window.previous()));
        before.setAriaLabel(text("find.window.previous"));
        var after = new Button("›", click -> go.accept(window.next()));
        after.setAriaLabel(text("find.window.next"));
        now = new Button("", click -> go.accept(window.at(Today.on())));
        add(before, days, after, now);
    }

    void show(FindWindow shown) {
        window = shown;
        days.setText(words(shown));
        now.setText(text("find.window.now." + shown.span().name().toLowerCase(Locale.ROOT)));
        now.setVisible(!shown.equals(shown.at(Today.on())));
    }

    /** The days of a window, as in {@code 11月23日 – 11月29日}; with the year where it is not this one. */
    static String words(FindWindow window) {
        var words = window.days() == 1
                ? Formats.day(window.from())
                : text("find.window.days", Formats.date(window.from()), Formats.date(window.to()));
        var year = window.from().getYear();
        return year == Today.on().getYear() ? words : text("find.window.year", String.valueOf(year), words);
    }
}
