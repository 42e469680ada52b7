package org.tongke.backend.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.TokenStore.About;
import org.tongke.backend.access.TokenStore.Token;
import org.tongke.backend.base.text.Secret;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Limit;
import org.tongke.backend.base.who.Viewer;

/**
 * Opaque random tokens that stand for an account: a browser's device cookie, a supplier's or developer's bearer token. Only
 * their SHA-256 is kept. Who a token stands for is remembered for five seconds, so that ending one works everywhere at once.
 */
@Component
public class Tokens {
    /** Most devices of an account that are listed. */
    public static final int MOST_DEVICES = 50;

    private static final int TOKEN_BYTES = 32;
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    /** How old a last use may grow before it is written again. */
    private static final Duration USE_STEP = Duration.ofHours(1);

    private final TokenStore store;
    private final Accounts accounts;
    private final Clock clock;
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
        var token = newToken();
        put(token, accountId, kind);
        return token;
    }

    String newToken() {
        return Secret.ofBytes(TOKEN_BYTES);
    }

    /** Signs a browser in. The token is told once, here. */
    public String issueDevice(String accountId, @Nullable String userAgent) {
        var token = newToken();
        var now = now();
        var about = new About(now, Browser.of(userAgent), null, Limit.NONE, null, null);
        store.put(new Token(
                Sha256.of(token),
                accountId,
                TokenKind.DEVICE,
                now.plus(TokenKind.DEVICE.lifetime()),
                now,
                true,
                about));
        return token;
    }

    /**
     * Makes a token that is known beforehand: for demo data, whose tokens are printed in the documents. One that is there keeps its days and
     * its last use, unless it has lived more than half of them.
     *
     * @param name what people call it
     */
    public void putKnown(String token, String accountId, TokenKind kind, String name) {
        var now = now();
        var about = new About(now, null, name, Limit.NONE, null, null);
        var known = new Token(Sha256.of(token), accountId, kind, now.plus(kind.lifetime()), now, false, about);
        if (store.find(known.hash(), now.plus(kind.lifetime().dividedBy(2)))
                .filter(there -> there.account().equals(accountId)
                        && name.equals(there.about().name()))
                .isEmpty()) {
            store.put(known);
        }
    }

    private void put(String token, String accountId, TokenKind kind) {
        var now = now();
        var about = new About(now, null, null, Limit.NONE, null, null);
        store.put(new Token(Sha256.of(token), accountId, kind, now.plus(kind.lifetime()), now, true, about));
    }

    /** Who a token stands for; empty if it is unknown, expired or revoked. */
    public Optional<Caller> find(String token) {
        return callers.get(Sha256.of(token), this::load);
    }

    /** Ends a token. Repeating it changes nothing. */
    public void revoke(String token) {
        revokeHash(Sha256.of(token));
    }

    void revokeHash(String hash) {
        store.delete(hash);
        callers.invalidate(hash);
    }

    /** Ends all tokens of an account, those of programs as well. */
    void revokeAll(String accountId) {
        store.deleteOf(accountId, null, null);
        forget(accountId);
    }

    /**
     * Signs an account out on its devices.
     *
     * @param keptToken the token that stays; null if none does
     */
    public void revokeDevices(String accountId, @Nullable String keptToken) {
        store.deleteOf(accountId, TokenKind.DEVICE, keptToken == null ? null : Sha256.of(keptToken));
        forget(accountId);
    }

    /** Devices of an account, the one used last first; at most 50. */
    public List<Device> listDevices(String accountId, Optional<String> token) {
        var asking = token.map(Sha256::of);
        return store.listDevices(accountId, MOST_DEVICES, clock.instant()).stream()
                .map(one -> device(one, asking))
                .toList();
    }

    private static Device device(Token token, Optional<String> asking) {
        var browser = token.about().browser();
        return new Device(
                token.id(),
                browser == null ? Browser.UNKNOWN : browser,
                token.about().issuedAt(),
                token.usedAt(),
                asking.filter(token.hash()::equals).isPresent());
    }

    /** Signs an account out on one of its devices. Repeating it changes nothing. */
    public void revokeDevice(String accountId, String deviceId) {
        store.listDevices(accountId, MOST_DEVICES, clock.instant()).stream()
                .filter(token -> token.id().equals(deviceId))
                .forEach(token -> {
                    store.delete(token.hash());
                    callers.invalidate(token.hash());
                });
    }

    /** On this backend at once; on others it is remembered for five seconds. */
    private void forget(String accountId) {
        callers.asMap()
                .values()
                .removeIf(caller -> caller.filter(
                                one -> accountId.equals(one.viewer().account()))
                        .isPresent());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Optional<Caller> load(String hash) {
        var now = clock.instant();
        return store.find(hash, now)
                .flatMap(token -> accounts.find(token.account())
                        .filter(Account::isOpen)
                        .map(account -> {
                            var renewed = renew(token, now);
                            var viewer =
                                    account.asViewer().limitedTo(token.about().limit());
                            return new Caller(viewer, token.kind(), renewed);
                        }));
    }

    /** Writes a use down, at most once an hour. Whether a device's life began anew, so that its cookie must as well. */
    private boolean renew(Token token, Instant now) {
        if (token.used() && token.usedAt().plus(USE_STEP).isAfter(now)) {
            return false;
        }
        var expiresAt = token.kind().sliding() ? now.plus(token.kind().lifetime()) : token.expiresAt();
        store.use(token.hash(), now, expiresAt);
        return token.kind().sliding();
    }

    /**
     * A browser in which somebody is signed in.
     *
     * @param id raw id
     * @param signedInAt when it signed in; null if that was not written down
     * @param usedAt last use, to the hour
     * @param current whether it is the one that asks
     */
    public record Device(
            String id, Browser browser, @Nullable Instant signedInAt, Instant usedAt, boolean current) {}

    /**
     * Who a token stands for.
     *
     * @param renewed whether the token's life began anew just now
     */
    public record Caller(Viewer viewer, TokenKind kind, boolean renewed) {}
}
