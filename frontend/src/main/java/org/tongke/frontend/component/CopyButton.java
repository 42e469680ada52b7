package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import java.util.function.Supplier;

/** Copies a text, and says so. Where a browser does not let pages copy, it says that one has to do it by hand. */
public final class CopyButton extends Button {
    /**
     * @param words what stands on it
     * @param content what is copied
     * @param copied what is said then
     */
    public CopyButton(String words, Supplier<String> content, Supplier<String> copied) {
        super(words);
        addClickListener(click -> getElement()
                .executeJs(
                        "return navigator.clipboard ? navigator.clipboard.writeText($0).then(() => true, () => false) : false",
                        content.get())
                .then(Boolean.class, done -> Toast.show(done ? copied.get() : text("shell.copyByHand"))));
    }

    /** The same for a text that does not change. */
    public CopyButton(String words, String content, String copied) {
        this(words, () -> content, () -> copied);
    }
}
