package org.tongke.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Parts that stand side by side, and one under the other where the page is narrow. */
public final class Row extends Div {
    /** @param parts in their order */
    public Row(Component... parts) {
        super(parts);
        addClassName("tkf-row");
    }
}
