package org.tongke.frontend.publication;

import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.tongke.frontend.client.Caller;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Texts;
import org.tongke.frontend.component.Theme;

/**
 * Somebody looks at a page.
 *
 * @param language in which language
 * @param theme how light it is to be
 * @param address path and query of the page, to come back to it
 * @param caller as the backend is told of him or her
 */
record Visit(Language language, Theme theme, String address, Caller caller) {

    static Visit of(HttpServletRequest request) {
        var language = Language.of(request);
        var query = request.getQueryString();
        return new Visit(
                language,
                Theme.of(request),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                new Caller(null, language.tag(), request.getRemoteAddr()));
    }

    String text(String key, Object... values) {
        return Texts.text(language, key, values);
    }

    /** A day, as in {@code 3月15日 周一}. */
    String day(LocalDate on) {
        return format("shell.format.day", on);
    }

    /** A day with its year, as in {@code 2021年3月15日}. */
    String date(LocalDate on) {
        return format("publication.format.date", on);
    }

    String time(OffsetDateTime at) {
        return format("shell.format.time", at);
    }

    String percent(double share) {
        return NumberFormat.getPercentInstance(language.locale()).format(share);
    }

    private String format(String patternKey, TemporalAccessor when) {
        return DateTimeFormatter.ofPattern(Texts.text(language, patternKey), language.locale())
                .format(when);
    }
}
