package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Today;

/** At once, or at a time by the clock on the schools' walls. */
final class WhenField extends Div {
    private final Input at = new Input();
    private final Div field;
    private final Div choice = new Div();
    private boolean later;

    WhenField() {
        at.setType("datetime-local");
        at.setId("tkf-send-at");
        at.getElement()
                .setAttribute(
                        "min",
                        Today.now()
                                .toLocalDateTime()
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString());
        var label = new NativeLabel(text("push.when.at"));
        label.setFor(at);
        field = new Div(label, at);
        field.addClassName("tkf-day");
        addClassName("tkf-form-part");
        add(choice, field);
        turn(false);
        offer();
    }

    private void offer() {
        choice.removeAll();
        choice.add(new Choice(text("push.when.which"))
                .value(false, text("push.when.now"), null, !later, this::turn)
                .value(true, text("push.when.later"), null, later, this::turn));
    }

    private void turn(boolean toLater) {
        later = toLater;
        field.setVisible(toLater);
    }

    /** Shows when it is to go now. */
    void show(OffsetDateTime planned) {
        at.setValue(planned.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString());
        turn(true);
        offer();
    }

    /** When it is to go; empty for at once. */
    Optional<OffsetDateTime> at() {
        return later ? read() : Optional.empty();
    }

    /** What is wrong with the time; empty for nothing. */
    Optional<String> problem() {
        if (!later) {
            return Optional.empty();
        }
        var time = read();
        if (time.isEmpty()) {
            return Optional.of(text("push.when.needed"));
        }
        return time.get().isAfter(Today.now()) ? Optional.empty() : Optional.of(text("push.when.past"));
    }

    private Optional<OffsetDateTime> read() {
        try {
            var offset = Today.now().getOffset();
            return Optional.of(LocalDateTime.parse(at.getValue()).atOffset(offset));
        } catch (DateTimeParseException halfTyped) {
            return Optional.empty();
        }
    }
}
