package org.tongke.backend.base.text;

import java.security.SecureRandom;
import java.util.Base64;

/** What nobody can guess: what stands in addresses and cookies. */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /**
     * A new one, of letters that need no escape in an address.
     *
     * @param bytes how many random bytes it stands for; 16 are enough where it is never tried offline
     */
    public static String ofBytes(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
