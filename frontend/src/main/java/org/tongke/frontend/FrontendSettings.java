package org.tongke.frontend;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Looks at the settings of a frontend that runs by itself, before its first part starts: a wrong one stops the start and is named. The
 * table of them is in {@code docs/operations.md}.
 */
final class FrontendSettings {
    private static final String BACKEND = "tongke.backend-url";

    private FrontendSettings() {}

    /** @throws InvalidConfigurationPropertyValueException with the wrong one */
    static void check(Environment environment) {
        var backend = environment.getProperty(BACKEND);
        if (!isAddress(backend)) {
            throw new InvalidConfigurationPropertyValueException(
                    BACKEND,
                    backend,
                    "It must be the address of a backend, such as http://backend:8080, without a path");
        }
    }

    private static boolean isAddress(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            var address = URI.create(text);
            return address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getPath().replace("/", "").isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
