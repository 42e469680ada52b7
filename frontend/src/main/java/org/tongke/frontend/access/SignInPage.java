package org.tongke.frontend.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where the sign-in page is and how one comes back from it. */
public final class SignInPage {
    private static final String PATH = "/m/sign-in";

    private SignInPage() {}

    /**
     * Address of the sign-in page that leads back afterwards.
     *
     * @param path path to come back to, beginning with a slash
     * @param query query to come back with; null if there is none
     */
    public static String backTo(String path, @Nullable String query) {
        var target = query == null || query.isEmpty() ? path : path + "?" + query;
        return target.equals("/") ? PATH : PATH + "?to=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }
}
