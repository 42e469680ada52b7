package org.tongke.frontend.client;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the backend is asked.
 *
 * @param token device token; null if nobody is signed in
 * @param languageTag language of the answers, as in {@code zh-CN}
 */
public record Caller(@Nullable String token, String languageTag) {
    @Override
    public String toString() {
        return "Caller[" + (token == null ? "nobody" : "somebody") + ", " + languageTag + "]";
    }
}
