package org.tongke.frontend.verification.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.function.Supplier;

/** Fetches small pictures that will be wanted next, once the page has nothing else to do. */
@Tag("tk-ahead")
@JsModule("context://flow/ahead.js")
final class Ahead extends Component {

    /** @param pictures asked for their addresses when there is time */
    Ahead(Supplier<List<String>> pictures) {
        getElement()
                .addEventListener(
                        "tk-ahead", event -> getElement().setAttribute("pictures", String.join(" ", pictures.get())));
    }
}
