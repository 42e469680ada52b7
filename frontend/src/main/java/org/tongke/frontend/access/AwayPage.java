package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Theme;

/** The page for when the backend does not even say who is asking: plain HTML that tries again by itself. */
@Component
class AwayPage {
    private static final int RETRY_SECONDS = 10;

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = Language.of(request);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", String.valueOf(RETRY_SECONDS));
        response.setHeader("Refresh", String.valueOf(RETRY_SECONDS));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(page(language, Theme.of(request)));
    }

    private static String page(Language language, Theme theme) {
        return """
                <!doctype html>
                <html lang="%s" data-theme="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
                <title>%s</title>
                <link rel="icon" href="/tk/emblem.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/tk/tokens.css">
                <link rel="stylesheet" href="/flow/flow.css">
                </head>
                <body>
                <main class="tkf-page tkf-notice">
                <h1>%s</h1>
                <p>%s</p>
                <p><a class="tkf-button" href="">%s</a></p>
                </main>
                </body>
                </html>
                """.formatted(
                        language.tag(),
                        theme.code(),
                        text(language, "shell.away.title"),
                        text(language, "shell.away.title"),
                        text(language, "shell.away.why"),
                        text(language, "shell.retry"));
    }
}
