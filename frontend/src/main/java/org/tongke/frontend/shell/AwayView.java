package org.tongke.frontend.shell;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.tongke.frontend.client.BackendAwayException;

/** The backend does not answer. */
@ParentLayout(Shell.class)
@PermitAll
public final class AwayView extends TroublePage implements HasErrorParameter<BackendAwayException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<BackendAwayException> parameter) {
        say("shell.away.title", text("shell.away.why"), retry(), home());
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
}
