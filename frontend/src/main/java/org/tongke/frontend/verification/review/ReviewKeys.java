package org.tongke.frontend.verification.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;

/** The keys of a page, and swipes over a part of it, which are arrow keys. They are not heard while somebody is writing. */
@Tag("tk-keys")
@JsModule("context://flow/keys.js")
final class ReviewKeys extends Component {

    /**
     * @param swiped selector of the part that is swiped over
     * @param acts what each key does
     */
    ReviewKeys(String swiped, Map<String, Runnable> acts) {
        getElement().setAttribute("keys", String.join(" ", acts.keySet())).setAttribute("swipe", swiped);
        getElement()
                .addEventListener(
                        "tk-key",
                        event -> acts.getOrDefault(
                                        event.getEventData()
                                                .path("event.detail")
                                                .asString(""),
                                        () -> {})
                                .run())
                .addEventData("event.detail");
    }

    /** Switches single keys on or off in this browser. */
    void switchKeys(boolean on) {
        getElement().callJsFunction("switchKeys", on);
    }
}
