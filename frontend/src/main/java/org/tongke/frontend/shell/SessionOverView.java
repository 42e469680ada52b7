package org.tongke.frontend.shell;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.tongke.frontend.access.SignInPage;
import org.tongke.frontend.client.SessionOverException;
import org.tongke.frontend.component.Links;

/** The person was signed out while pages were open: leads to the sign-in page and back. */
@ParentLayout(Shell.class)
@PermitAll
public final class SessionOverView extends TroublePage implements HasErrorParameter<SessionOverException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<SessionOverException> parameter) {
        var signIn = SignInPage.backTo("/" + event.getLocation().getPathWithQueryParameters(), null);
        say("shell.over.title", text("shell.over.why"), Links.button(Links.out(signIn, text("shell.signIn"))));
        event.getUI().getPage().setLocation(signIn);
        return HttpServletResponse.SC_UNAUTHORIZED;
    }
}
