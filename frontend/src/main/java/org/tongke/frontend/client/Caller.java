package org.tongke.frontend.client;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the backend is asked.
 *
 * @param token device token; null if nobody is signed in
 * @param languageTag language of the answers, as in {@code zh-CN}
 * @param address network address of the browser; null if it is not known
 */
public record Caller(
        @Nullable String token,
        String languageTag,
        @Nullable String address) {
    /** One of whose browser no address is known. */
    public Caller(@Nullable String token, String languageTag) {
        this(token, languageTag, null);
    }

    @Override
    public String toString() {
        return "Caller[" + (token == null ? "nobody" : "somebody") + ", " + languageTag + "]";
    }
}
