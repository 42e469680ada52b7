package org.tongke.frontend.component;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** How light the pages are. Both worlds keep the choice in the same cookie, which scripts may read. */
public enum Theme {
    /** As the device has it: no cookie. */
    DEVICE(""),
    LIGHT("light"),
    DARK("dark");

    /** Cookie with the choice. */
    public static final String COOKIE = "tongke-theme";

    private final String code;

    Theme(String code) {
        this.code = code;
    }

    /** Value of the cookie and of {@code data-theme} on the page; empty for {@link #DEVICE}. */
    public String code() {
        return code;
    }

    /** The theme that a request asks for. */
    public static Theme of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> Stream.of(LIGHT, DARK).filter(theme -> theme.code.equals(cookie.getValue())))
                .findFirst()
                .orElse(DEVICE);
    }
}
