package org.tongke.backend.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie that holds a browser's token: not readable by scripts, sent to this site only. */
@Component
public class DeviceCookie {
    /** Name of the cookie. */
    public static final String NAME = "tongke-device";

    private final boolean secure;

    DeviceCookie(@Value("${tongke.public-url:http://localhost:8080}") String publicUrl) {
        // over plain http (localhost, a first try in the school's network) a browser would not keep a secure cookie
        secure = publicUrl.startsWith("https:");
    }

    /** The token in a request's cookie. */
    static Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(cookie -> cookie.getValue());
    }

    /** The header that makes a browser keep a token. */
    public String set(String token) {
        return cookie(token, TokenKind.DEVICE.lifetime());
    }

    /** The header that makes a browser forget it. */
    public String clear() {
        return cookie("", Duration.ZERO);
    }

    private String cookie(String token, Duration maxAge) {
        return ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(maxAge)
                .build()
                .toString();
    }
}
