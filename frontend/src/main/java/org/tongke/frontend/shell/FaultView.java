package org.tongke.frontend.shell;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault of ours. The log has it under the number that the page shows. */
@ParentLayout(Shell.class)
@PermitAll
public final class FaultView extends TroublePage implements HasErrorParameter<Exception> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var number = FaultNumber.next();
        LOG.error("fault {} at /{}", number, event.getLocation().getPath(), parameter.getException());
        say("shell.fault.title", text("shell.fault.why", number), retry(), home());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
