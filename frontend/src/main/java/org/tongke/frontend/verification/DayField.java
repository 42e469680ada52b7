package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The day at whose end something is shown; nothing for now. */
final class DayField extends Div {

    /**
     * @param day the day that is shown; null for now
     * @param choose called with another day, null for now
     */
    DayField(@Nullable LocalDate day, Consumer<@Nullable LocalDate> choose) {
        var input = new Input();
        input.setType("date");
        input.setId("tkf-as-of");
        var label = new NativeLabel(text("verification.asOf"));
        label.setFor(input);
        if (day != null) {
            input.setValue(day.toString());
        }
        input.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose.accept(read(event.getValue()));
            }
        });
        addClassName("tkf-day");
        add(label, input);
    }

    /** A day that somebody is still typing is none. */
    private static @Nullable LocalDate read(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException halfTyped) {
            return null;
        }
    }
}
