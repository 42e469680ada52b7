package org.tongke.frontend.shell;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Nothing is there, or nothing for this person: both look the same. */
@ParentLayout(Shell.class)
@PermitAll
public final class NotFoundView extends TroublePage implements HasErrorParameter<NotFoundException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say("shell.notFound.title", text("shell.notFound.why"), home());
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
