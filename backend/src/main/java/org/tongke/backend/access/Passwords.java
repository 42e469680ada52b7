package org.tongke.backend.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.text.Sha256;

/** Passwords that people choose, and start codes that the system makes. Only hashes of both are kept. */
@Component
class Passwords {
    /** How long a start code can be used. */
    static final Duration CODE_LIFETIME = Duration.ofDays(14);

    /** Fewest characters of a password. */
    static final int SHORTEST = 10;

    private static final int LONGEST_BYTES = 72; // BCrypt takes no more
    private static final int FEWEST_DIFFERENT = 5;
    /** Without 0 O, 1 I L: they are read out on the phone and typed from paper. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /** 59 bits: a plain hash is enough, where a slow one would take minutes for the teachers of a school. */
    private static final int CODE_LENGTH = 12;

    private static final int GROUP = 4;

    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();
    /** Compared with where there is no password, so that the answer takes as long. */
    private final String nobodysHash;

    /** @param strength logarithm of the work for a hash; each step doubles it, for those who guess as well */
    Passwords(@Value("${tongke.password-strength:12}") int strength) {
        encoder = new BCryptPasswordEncoder(strength);
        nobodysHash = hash("nobody");
    }

    /** The hash of a password. Takes about a quarter of a second, on purpose. */
    String hash(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("no password");
        }
        return hash;
    }

    /** Whether a password is the one with a hash; takes as long where there is none. */
    boolean matches(String password, Optional<String> hash) {
        return encoder.matches(password, hash.orElse(nobodysHash)) && hash.isPresent();
    }

    /**
     * Refuses a password that is easy to guess.
     *
     * @throws RefusedException PASSWORD_WEAK, TOO_LONG at {@code newPassword}
     */
    void check(String password, String signInName) {
        var path = List.of("newPassword");
        var length = password.codePointCount(0, password.length());
        var holdsName = password.toLowerCase(Locale.ROOT).contains(signInName);
        if (length < SHORTEST || holdsName || password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            throw new RefusedException(Refusal.of(ErrorCode.PASSWORD_WEAK, path, SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new RefusedException(Refusal.of(ErrorCode.TOO_LONG, path, LONGEST_BYTES));
        }
    }

    /** A new start code, as in {@code K7MX-4QPD-9TRW}. */
    String newCode() {
        var code = new StringBuilder();
        for (int at = 0; at < CODE_LENGTH; at++) {
            if (at > 0 && at % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** The hash of a start code, however it was typed; another one for each account. */
    static String codeHash(String accountId, String code) {
        var plain = code.replaceAll("[\\s\\-－—]+", "").toUpperCase(Locale.ROOT);
        return Sha256.of(accountId + "\n" + plain);
    }

    /** Whether it is the start code with a hash. */
    static boolean isCode(String accountId, String typed, @Nullable String hash) {
        return codeHash(accountId, typed).equals(hash);
    }
}
