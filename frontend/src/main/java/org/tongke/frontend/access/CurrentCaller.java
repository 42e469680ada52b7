package org.tongke.frontend.access;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Caller;
import org.tongke.frontend.component.Language;

/** Asks the backend for whoever is signed in in this thread, in the language of the page. */
@Component
class CurrentCaller implements Supplier<Caller> {
    @Override
    public Caller get() {
        return new Caller(
                SignedIn.current().map(SignedIn::token).orElse(null),
                Language.current().tag(),
                Optional.ofNullable(VaadinSession.getCurrent())
                        .map(session -> session.getBrowser().getAddress())
                        .orElse(null));
    }
}
