package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/** A sentence about what just happened, above the bar; for small acts with a way back. Only the last one stands there: many would hide the page. */
public final class Toast {
    private static final int READ_MS = 6_000;
    private static final int UNDO_MS = 10_000;

    /** The last one of a page. */
    private record Last(Notification toast) {}

    private Toast() {}

    /** Says something for six seconds. */
    public static void show(String words) {
        open(READ_MS, new Span(words));
    }

    /** Says what was done for ten seconds, and offers to undo it. */
    public static void undo(String words, Runnable undo) {
        var button = new Button(text("shell.undo"));
        var toast = open(UNDO_MS, new Span(words), button);
        Taps.act(button, () -> {
            toast.close();
            undo.run();
        });
    }

    private static Notification open(int milliseconds, Component... content) {
        var row = new Div(content);
        row.addClassName("tkf-toast");
        var toast = new Notification(row);
        toast.setDuration(milliseconds);
        toast.setPosition(Position.BOTTOM_CENTER);
        var ui = UI.getCurrent();
        var last = ComponentUtil.getData(ui, Last.class);
        if (last != null) {
            last.toast().close();
        }
        ComponentUtil.setData(ui, Last.class, new Last(toast));
        toast.open();
        return toast;
    }
}
