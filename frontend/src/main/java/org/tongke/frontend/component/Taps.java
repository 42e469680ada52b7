package org.tongke.frontend.component;

import com.vaadin.flow.component.button.Button;

/** Buttons that do something on the server: one act at a time, however often somebody taps. */
public final class Taps {
    private Taps() {}

    /** Runs an act on each tap; taps while it runs are not heard. Whether it succeeds or throws, the button can be tapped again. */
    public static void act(Button button, Runnable act) {
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                act.run();
            } finally {
                button.setEnabled(true);
            }
        });
    }
}
