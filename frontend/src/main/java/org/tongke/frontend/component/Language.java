package org.tongke.frontend.component;

import com.vaadin.flow.component.UI;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Stream;

/** A language that the pages are written in. Both worlds keep the choice in the same cookie, which scripts may read. */
public enum Language {
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE),
    ENGLISH("en", Locale.ENGLISH);

    /** Cookie with the choice: {@code zh} or {@code en}. */
    public static final String COOKIE = "tongke-language";

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** Value of the cookie. */
    public String code() {
        return code;
    }

    /** Locale for texts and formats. */
    public Locale locale() {
        return locale;
    }

    /** Tag for {@code lang} and {@code Accept-Language}, as in {@code zh-CN}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** The language of a locale; Chinese if it is neither. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(ENGLISH.code) ? ENGLISH : CHINESE;
    }

    /** The language of the page that is being worked on; Chinese outside of any. */
    public static Language current() {
        var ui = UI.getCurrent();
        return ui == null ? CHINESE : of(ui.getLocale());
    }

    /** The language that a request asks for: by its cookie, else by the first of its languages that is one of ours, else Chinese. */
    public static Language of(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                for (var language : values()) {
                    if (cookie.getName().equals(COOKIE) && cookie.getValue().equals(language.code)) {
                        return language;
                    }
                }
            }
        }
        if (request.getHeader("Accept-Language") == null) {
            return CHINESE;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(wanted -> Stream.of(values()).filter(ours -> ours.code.equals(wanted.getLanguage())))
                .findFirst()
                .orElse(CHINESE);
    }
}
