package org.tongke.standalone.support;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import java.util.List;

/** A finger on the screen, as the screen tells it. */
public final class Finger {
    private static final int STEPS = 4;
    /** All at once: a page that draws itself anew takes an element away between two questions. */
    private static final String MIDDLE = """
            place => {
              place.scrollIntoView({ block: 'center' });
              const box = place.getBoundingClientRect();
              return [box.left + box.width / 2, box.top + box.height / 2];
            }""";

    private Finger() {}

    /** Moves over an element from its middle on, by so many pixels to the right and down. */
    public static void swipe(Locator place, int x, int y) {
        var middle = (List<?>) place.evaluate(MIDDLE);
        var fromX = ((Number) middle.getFirst()).doubleValue();
        var fromY = ((Number) middle.getLast()).doubleValue();
        var screen = place.page().context().newCDPSession(place.page());
        touch(screen, "touchStart", fromX, fromY);
        for (int step = 1; step <= STEPS; step++) {
            touch(screen, "touchMove", fromX + (double) x * step / STEPS, fromY + (double) y * step / STEPS);
        }
        touch(screen, "touchEnd");
        screen.detach();
    }

    private static void touch(CDPSession screen, String type, double... place) {
        var touches = new JsonArray();
        if (place.length > 0) {
            var finger = new JsonObject();
            finger.addProperty("x", place[0]);
            finger.addProperty("y", place[1]);
            touches.add(finger);
        }
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", touches);
        screen.send("Input.dispatchTouchEvent", event);
    }
}
