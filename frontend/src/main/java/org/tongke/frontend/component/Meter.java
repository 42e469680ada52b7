package org.tongke.frontend.component;

import com.vaadin.flow.component.html.Div;

/** A bar from nothing to enough, with marks where a share is asked for. What it shows stands beside it in words, too. */
public final class Meter extends Div {
    private final Div fill = new Div();

    /**
     * @param name what is measured, for those who listen
     * @param share from 0 to 1; more is shown as 1
     */
    public Meter(String name, double share) {
        var percent = Math.round(Math.clamp(share, 0, 1) * 1000) / 10.0;
        addClassName("tkf-meter");
        fill.addClassName("tkf-meter-fill");
        fill.setWidth(percent + "%");
        getElement()
                .setAttribute("role", "meter")
                .setAttribute("aria-label", name)
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "100")
                .setAttribute("aria-valuenow", String.valueOf(percent));
        getElement().setAttribute("data-full", percent >= 100);
        add(fill);
    }

    /** Marks a share that is asked for. */
    public Meter mark(double share) {
        var mark = new Div();
        mark.addClassName("tkf-meter-mark");
        mark.getStyle().setLeft(Math.round(Math.clamp(share, 0, 1) * 1000) / 10.0 + "%");
        add(mark);
        return this;
    }
}
