package org.tongke.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says why there is nothing to see, and offers the next step. */
public final class Notice extends Div {

    /**
     * @param what what is the case, in a few words
     * @param why the reason, or what to do
     * @param next links or buttons that lead on
     */
    public Notice(String what, String why, Component... next) {
        addClassName("tkf-notice");
        var first = new Paragraph(what);
        first.addClassName("tkf-notice-what");
        add(first, new Paragraph(why));
        if (next.length > 0) {
            var ways = new Row(next);
            add(ways);
        }
    }
}
