package org.tongke.backend.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.TokenStore.About;
import org.tongke.backend.access.TokenStore.Token;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Limit;

/**
 * Tokens with which anybody tries the API for a day. They only read, are an account's to which nobody signs in, and there are so many at a time
 * and no more, so that nobody fills the store: a few too many where several ask at the same moment.
 */
@Component
public class SandboxTokens {
    /** Most at a time for one address. */
    public static final int MOST_OF_ADDRESS = 10;

    private static final int MOST = 1_000;

    private final Optional<SandboxAccount> sandbox;
    private final TokenStore store;
    private final Tokens tokens;
    private final Accounts accounts;
    private final Clock clock;

    SandboxTokens(Optional<SandboxAccount> sandbox, TokenStore store, Tokens tokens, Accounts accounts, Clock clock) {
        this.sandbox = sandbox;
        this.store = store;
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A token, and its secret if it was made just now: it is told once. */
    public record Issued(@Nullable String secret, Instant expiresAt) {}

    /** Whether tokens are made here. */
    public boolean isOpen() {
        return findAccount().isPresent();
    }

    /**
     * Makes a token. Sent again with the same id, it is the token without its secret.
     *
     * @param address network address of whoever asks
     * @throws RefusedException SANDBOX_CLOSED, SANDBOX_FULL
     */
    public Issued issue(UUID id, String address) {
        var account =
                findAccount().orElseThrow(() -> new RefusedException(Refusal.of(ErrorCode.SANDBOX_CLOSED, List.of())));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.deleteEnded(account, now);
        var before = store.findByKey(account, id.toString());
        if (before.isPresent()) {
            return new Issued(null, before.get().expiresAt());
        }
        var from = Sha256.of("sandbox " + address);
        refuseIfFull(account, from);
        var secret = tokens.newToken();
        var endsAt = now.plus(TokenKind.SANDBOX.lifetime());
        var about = new About(now, null, null, Limit.READ, id.toString(), null);
        store.putSandbox(new Token(Sha256.of(secret), account, TokenKind.SANDBOX, endsAt, now, false, about), from);
        return new Issued(secret, endsAt);
    }

    private void refuseIfFull(String account, String from) {
        var counts = store.countSandbox(account, from);
        if (counts.fromAddress() >= MOST_OF_ADDRESS || counts.all() >= MOST) {
            var most = counts.fromAddress() >= MOST_OF_ADDRESS ? MOST_OF_ADDRESS : MOST;
            var hours = TokenKind.SANDBOX.lifetime().toHours();
            throw new RefusedException(Refusal.of(ErrorCode.SANDBOX_FULL, List.of(), most, hours));
        }
    }

    /** An administrator may have closed the account. */
    private Optional<String> findAccount() {
        return sandbox.map(SandboxAccount::sandboxAccount)
                .flatMap(accounts::find)
                .filter(Account::isOpen)
                .map(Account::id);
    }
}
