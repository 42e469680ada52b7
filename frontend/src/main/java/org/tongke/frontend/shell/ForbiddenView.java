package org.tongke.frontend.shell;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.tongke.frontend.client.ForbiddenException;

/** The backend says that no role of the person may ask what the page asks. */
@ParentLayout(Shell.class)
@PermitAll
public final class ForbiddenView extends TroublePage implements HasErrorParameter<ForbiddenException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<ForbiddenException> parameter) {
        say("shell.notAllowed.title", text("shell.notAllowed.why"), home());
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
