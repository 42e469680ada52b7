package org.tongke.backend.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who may read the metrics: whoever sends the token of the setting {@code tongke.metrics-token}. Without the setting, nobody. */
@Component
class MetricsToken {
    private final String token;

    MetricsToken(@Value("${tongke.metrics-token:}") String token) {
        this.token = token;
    }

    boolean isSentWith(HttpServletRequest request) {
        return !token.isEmpty()
                && CallerFilter.findBearer(request.getHeader("Authorization"))
                        .filter(sent -> MessageDigest.isEqual(bytes(sent), bytes(token)))
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
