package org.tongke.frontend.component;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Fields that look for something while a person types. */
public final class Typing {
    private static final int PAUSE_MS = 400;

    /** What an input method holds half typed is no input yet; once it is typed, some browsers say so, and others do not. */
    private static final String WHOLE_WORDS = """
            this.addEventListener('input', (event) => event.isComposing && event.stopImmediatePropagation(), true);
            this.addEventListener('compositionend', ({ target }) =>
              setTimeout(() => target.dispatchEvent(new Event('input', { bubbles: true, composed: true }))), true);""";

    private Typing() {}

    /** Lets the value of a field change after each pause, and never by what an input method holds half typed. */
    public static void pauses(TextField field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MS);
        field.addAttachListener(attached -> field.getElement().executeJs(WHOLE_WORDS));
    }
}
