package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;

/** Several by their names. What is chosen and taken away is read aloud in the page's language. */
public final class ManyPick<T> extends MultiSelectComboBox<T> {

    /** @param label what is chosen */
    public ManyPick(String label) {
        super(label);
        setI18n(new MultiSelectComboBoxI18n()
                .setCleared(text("shell.pick.cleared"))
                .setFocused(text("shell.pick.focused"))
                .setSelected(text("shell.pick.selected"))
                .setDeselected(text("shell.pick.deselected"))
                // the element puts the number there
                .setTotal(text("shell.pick.total", "{count}")));
    }
}
