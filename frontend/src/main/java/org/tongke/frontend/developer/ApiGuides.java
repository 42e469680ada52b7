package org.tongke.frontend.developer;

import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.contract.types.ApiGuide;

/** What the backend says of itself to whoever writes a program. */
@Component
public class ApiGuides {
    private final Backend backend;

    public ApiGuides(Backend backend) {
        this.backend = backend;
    }

    ApiGuide get() {
        return backend.known("ApiGuide", ApiGuide.class);
    }
}
