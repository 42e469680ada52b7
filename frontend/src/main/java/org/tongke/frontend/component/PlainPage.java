package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A page of plain HTML, for when Flow cannot show one: what happened, why, what to do. */
public final class PlainPage {

    private PlainPage() {}

    /**
     * Writes the page as the whole answer, in the language and theme of the request.
     *
     * @param about beginning of the keys of its title and its reason: {@code about.title}, {@code about.why}
     * @param next address that the button leads to; empty for the same page again
     * @param nextKey key of the button's text
     */
    public static void write(
            HttpServletRequest request, HttpServletResponse response, String about, String next, String nextKey)
            throws IOException {
        var language = Language.of(request);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(page(
                        language,
                        Theme.of(request),
                        text(language, about + ".title"),
                        text(language, about + ".why"),
                        next,
                        text(language, nextKey)));
    }

    private static String page(Language language, Theme theme, String title, String why, String next, String nextText) {
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
                <p><a class="tkf-button" href="%s">%s</a></p>
                </main>
                </body>
                </html>
                """.formatted(language.tag(), theme.code(), title, title, why, next, nextText);
    }
}
