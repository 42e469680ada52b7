package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongke.frontend.component.Today;

/** How many days are looked through, and from which on. */
final class SpanChoice extends Div {
    private final Map<FindWindow.Span, NativeButton> spans = new EnumMap<>(FindWindow.Span.class);
    private final Input day = new Input();
    private FindWindow window = FindWindow.of(FindWindow.Span.STRETCH, Today.on());

    /** @param go called with the window that a person asks for */
    SpanChoice(Consumer<FindWindow> go) {
        addClassName("tkf-stack");
        var row = new Div();
        row.addClassName("tkf-toggles");
        row.getElement().setAttribute("role", "group").setAttribute("aria-label", text("find.span"));
        for (var span : FindWindow.Span.values()) {
            var button = new NativeButton(
                    text("find.span." + span.name().toLowerCase(Locale.ROOT)),
                    click -> FindWindow.find(span, begin(span)).ifPresent(go));
            spans.put(span, button);
            row.add(button);
        }
        day.setType("date");
        day.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosenDay().ifPresent(on -> go.accept(window.at(on)));
            }
        });
        var label = new NativeLabel();
        label.add(new Span(text("find.day")), day);
        label.addClassName("tkf-day");
        add(row, label);
    }

    /** Whoever looks at today's surroundings stays there; whoever went elsewhere does not come back by another span. */
    private LocalDate begin(FindWindow.Span span) {
        var today = Today.on();
        return window.contains(today) || span == FindWindow.Span.STRETCH && window.span() == span
                ? today
                : window.from();
    }

    private Optional<LocalDate> chosenDay() {
        try {
            return Optional.of(LocalDate.parse(day.getValue()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    void show(FindWindow now) {
        window = now;
        // a day in the middle of a week stays there, also while it is being typed
        if (chosenDay().filter(now::contains).isEmpty()) {
            day.setValue(now.from().toString());
        }
        spans.forEach(
                (span, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(now.span() == span)));
    }
}
