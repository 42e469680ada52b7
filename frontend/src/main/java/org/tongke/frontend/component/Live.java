package org.tongke.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Listens for changes while the page is open: says that something of a topic changed, not what. */
@Tag("tk-live")
@JsModule("context://tk/live.js")
public final class Live extends Component {

    /**
     * @param topic {@code progress} or {@code timetable}
     * @param look asks again and shows what is new; called on every nudge, also on the one that comes with each connection
     */
    public Live(String topic, Runnable look) {
        getElement().setAttribute("topic", topic);
        getElement().addEventListener("change", event -> look.run());
    }
}
