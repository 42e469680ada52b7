package org.tongke.backend.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Viewer;

/**
 * Opaque random tokens that stand for an account: a browser's device cookie, a supplier's or developer's bearer token. Only
 * their SHA-256 is kept. Who a token stands for is remembered for five seconds, so that ending one works everywhere at once.
 */
@Component
public class Tokens {
    private static final int TOKEN_BYTES = 32;
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    /** How old a last use may grow before it is written again. */
    private static final Duration USE_STEP = Duration.ofHours(1);

    private final TokenStore store;
    private final Accounts accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Optional<Caller>> callers;

    Tokens(TokenStore store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
        this.callers = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(50_000)
                .build();
    }

    /** Makes a new token for an account. It is told once, here. */
    public String issue(String accountId, TokenKind kind) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        put(token, accountId, kind);
        return token;
    }

    /** Makes a token that is known beforehand: for demo data, whose tokens are printed in the documents. */
    public void put(String token, String accountId, TokenKind kind) {
        var now = clock.instant();
        store.put(new TokenStore.Token(Sha256.of(token), accountId, kind, now.plus(kind.lifetime()), now));
    }

    /** Who a token stands for; empty if it is unknown, expired or revoked. */
    public Optional<Caller> find(String token) {
        return callers.get(Sha256.of(token), this::load);
    }

    /** Ends a token. Repeating it changes nothing. */
    public void revoke(String token) {
        var hash = Sha256.of(token);
        store.delete(hash);
        callers.invalidate(hash);
    }

    private Optional<Caller> load(String hash) {
        var now = clock.instant();
        return store.find(hash, now)
                .flatMap(token -> accounts.find(token.account()).map(account -> {
                    var renewed = renew(token, now);
                    return new Caller(account.asViewer(), token.kind(), renewed);
                }));
    }

    /** Writes a use down, at most once an hour. Whether a device's life began anew, so that its cookie must as well. */
    private boolean renew(TokenStore.Token token, Instant now) {
        if (token.usedAt().plus(USE_STEP).isAfter(now)) {
            return false;
        }
        var expiresAt = token.kind().sliding() ? now.plus(token.kind().lifetime()) : token.expiresAt();
        store.use(token.hash(), now, expiresAt);
        return token.kind().sliding();
    }

    /**
     * Who a token stands for.
     *
     * @param renewed whether the token's life began anew just now
     */
    public record Caller(Viewer viewer, TokenKind kind, boolean renewed) {}
}
