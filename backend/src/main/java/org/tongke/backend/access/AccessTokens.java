package org.tongke.backend.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.AccountStore.Stored;
import org.tongke.backend.access.TokenStore.About;
import org.tongke.backend.access.TokenStore.Token;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Limit;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/**
 * Tokens by which programs of suppliers and developers sign in: with a name, a scope and an end. What is done with them stands in the
 * history of the account that they sign in, and is written there first.
 */
@Component
public class AccessTokens {
    /** Name of the list for page requests. */
    public static final String LIST = "accessTokens";

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    /** Most tokens of an account. */
    public static final int MOST = 20;

    private static final int LONGEST_NAME = 60;

    private final TokenStore store;
    private final Tokens tokens;
    private final AccountStore accountStore;
    private final Accounts accounts;
    private final Clock clock;
    private final ZoneId zone;

    AccessTokens(
            TokenStore store, Tokens tokens, AccountStore accountStore, Accounts accounts, Clock clock, ZoneId zone) {
        this.store = store;
        this.tokens = tokens;
        this.accountStore = accountStore;
        this.accounts = accounts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A token as people see it.
     *
     * @param accountId raw id of the account that it signs in
     * @param name what it is called; null for those of before
     * @param issuedAt when it was made; null for those of before
     * @param usedAt when it was last used, to the hour; null if never
     */
    public record AccessToken(
            String id,
            String accountId,
            @Nullable String name,
            Limit limit,
            @Nullable Instant issuedAt,
            @Nullable String issuedBy,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** A token, and its secret if it was made just now: it is told once. */
    public record Issued(AccessToken token, @Nullable String secret) {}

    /** What a new token is to be. */
    public record Wanted(UUID id, String name, Limit limit, LocalDate lastDay) {}

    /** Tokens that have not ended, the newest first: the viewer's own, or in the whole scope all. */
    public Connection<AccessToken> list(Optional<String> accountId, PageRequest page, Viewer viewer, Scope scope) {
        var of = scope.everywhere() ? accountId : Optional.of(viewer.requireAccount());
        if (accountId.isPresent() && !accountId.equals(of)) {
            return Connection.empty();
        }
        var found = store.listNamed(of, page, clock.instant());
        return Connection.of(found, page, AccessTokens::cursorOf).map(AccessTokens::shown);
    }

    private static Cursor cursorOf(Token token) {
        var issuedAt = token.about().issuedAt();
        return Cursor.of(LIST, (issuedAt == null ? Instant.EPOCH : issuedAt).toString(), token.hash());
    }

    private static AccessToken shown(Token token) {
        var about = token.about();
        return new AccessToken(
                token.id(),
                token.account(),
                about.name(),
                about.limit(),
                about.issuedAt(),
                about.issuedBy(),
                token.expiresAt(),
                token.used() ? token.usedAt() : null);
    }

    /**
     * Makes a token. Sent again with the same id, it is the token without its secret.
     *
     * @param accountId raw id of the account that it signs in; the viewer's own, or in the whole scope any
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, OUT_OF_RANGE, SCOPE_UNFIT, TOKEN_LIMIT
     */
    public Issued issue(Wanted wanted, String accountId, Viewer viewer, Scope scope) {
        var stored = find(accountId, viewer, scope);
        var kind = kindOf(stored.account());
        var key = wanted.id().toString();
        var before = store.findByKey(accountId, key);
        if (before.isPresent()) {
            return new Issued(shown(before.get()), null);
        }
        var name = wanted.name().strip();
        check(wanted, name, kind);
        if (store.count(accountId, clock.instant()) >= MOST) {
            throw refused(ErrorCode.TOKEN_LIMIT, "accountId", MOST);
        }
        note(stored, viewer, null, "%s %s – %s".formatted(wanted.limit(), name, wanted.lastDay()));
        var secret = tokens.newToken();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var endsAt = wanted.lastDay().plusDays(1).atStartOfDay(zone).toInstant();
        var about = new About(now, null, name, wanted.limit(), key, viewer.name());
        var token = new Token(Sha256.of(secret), accountId, kind, endsAt, now, false, about);
        store.put(token);
        return new Issued(shown(token), secret);
    }

    private void check(Wanted wanted, String name, TokenKind kind) {
        if (name.isEmpty()) {
            throw refused(ErrorCode.REQUIRED, "name");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw refused(ErrorCode.TOO_LONG, "name", LONGEST_NAME);
        }
        var today = LocalDate.ofInstant(clock.instant(), zone);
        if (wanted.lastDay().isBefore(today) || wanted.lastDay().isAfter(today.plusYears(1))) {
            throw refused(ErrorCode.OUT_OF_RANGE, "lastDay", today, today.plusYears(1));
        }
        if (wanted.limit() == Limit.NONE || wanted.limit() == Limit.SYNC && kind != TokenKind.SUPPLIER) {
            throw refused(ErrorCode.SCOPE_UNFIT, "scope");
        }
    }

    /**
     * Ends a token. Repeating it changes nothing.
     *
     * @throws RefusedException NOT_FOUND for an account that is not there, or not for the viewer
     */
    public void revoke(String tokenId, String accountId, Viewer viewer, Scope scope) {
        var stored = find(accountId, viewer, scope);
        var token = store.listNamedOf(accountId, clock.instant()).stream()
                .filter(one -> one.id().equals(tokenId))
                .findFirst();
        token.ifPresent(one -> {
            note(
                    stored,
                    viewer,
                    one.about().name() == null ? one.kind().name() : one.about().name(),
                    null);
            tokens.revokeHash(one.hash());
        });
    }

    private Stored find(String accountId, Viewer viewer, Scope scope) {
        return Optional.of(accountId)
                .filter(id -> scope.everywhere() || id.equals(viewer.account()))
                .flatMap(accountStore::find)
                .filter(stored -> stored.account().isOpen())
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "accountId"));
    }

    /** People sign in by themselves: only programs have tokens. */
    private static TokenKind kindOf(Account account) {
        var roles = account.grants().stream().map(grant -> grant.role()).toList();
        if (roles.contains(Role.SUPPLIER)) {
            return TokenKind.SUPPLIER;
        }
        if (roles.contains(Role.DEVELOPER)) {
            return TokenKind.DEVELOPER;
        }
        throw refused(ErrorCode.SCOPE_UNFIT, "accountId");
    }

    private void note(Stored stored, Viewer viewer, @Nullable String before, @Nullable String after) {
        var change = List.of(new FieldChange("token", before, after));
        var current = Optional.of(stored);
        while (accounts.write(current.orElseThrow(), current.orElseThrow(), Origin.of(viewer), change)
                .isEmpty()) {
            current = accountStore.find(stored.account().id());
        }
    }

    private static RefusedException refused(ErrorCode code, String path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
