package org.tongke.frontend.shell;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongke.frontend.access.SignInPage;
import org.tongke.frontend.client.BackendAwayException;
import org.tongke.frontend.client.ForbiddenException;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.client.SessionOverException;
import org.tongke.frontend.component.Toast;

/** What happens when an act on an open page fails: the page stays, and a toast says why. */
@Component
class Mishaps implements VaadinServiceInitListener, ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        var ui = UI.getCurrent();
        switch (event.getThrowable()) {
            case SessionOverException over
            when ui != null ->
                ui.getPage()
                        .setLocation(SignInPage.backTo(
                                "/" + ui.getActiveViewLocation().getPathWithQueryParameters(), null));
            case BackendAwayException away
            when ui != null -> {
                LOG.warn("the backend does not answer: {}", away.getMessage());
                Toast.show(text("shell.away.toast"));
            }
            case RefusedException refused when ui != null -> Toast.show(refused.words());
            case ForbiddenException forbidden when ui != null -> Toast.show(text("shell.notAllowed.why"));
            default -> {
                var number = FaultNumber.next();
                LOG.error("fault {}", number, event.getThrowable());
                if (ui != null) {
                    Toast.show(text("shell.fault.why", number));
                }
            }
        }
    }
}
