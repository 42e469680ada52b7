package org.tongke.frontend.access;

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
                Language.current().tag());
    }
}
