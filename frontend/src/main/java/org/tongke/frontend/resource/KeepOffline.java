package org.tongke.frontend.resource;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.tongke.frontend.contract.types.Resource;

/** Keeps the file of a resource on the device, to be read beside the week without a signal. */
@Tag("tk-save")
@JsModule("context://tk/save.js")
final class KeepOffline extends Component {
    KeepOffline(Resource resource) {
        getElement().setAttribute("data-resource", resource.getId());
    }
}
