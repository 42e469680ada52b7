package org.tongke.frontend.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.tongke.frontend.component.PlainPage;

/** The page for when the backend does not even say who is asking: it tries again by itself. */
@Component
class AwayPage {
    private static final int RETRY_SECONDS = 10;

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", String.valueOf(RETRY_SECONDS));
        response.setHeader("Refresh", String.valueOf(RETRY_SECONDS));
        response.setHeader("Cache-Control", "no-store");
        PlainPage.write(request, response, "shell.away", "", "shell.retry");
    }
}
