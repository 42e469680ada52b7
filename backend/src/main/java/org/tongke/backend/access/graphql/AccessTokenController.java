package org.tongke.backend.access.graphql;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.AccessTokens;
import org.tongke.backend.access.AccessTokens.AccessToken;
import org.tongke.backend.access.Account;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Limit;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** Tokens of programs. */
@Controller
class AccessTokenController {
    private final AccessTokens tokens;
    private final Accounts accounts;
    private final Answers answers;
    private final Texts texts;

    AccessTokenController(AccessTokens tokens, Accounts accounts, Answers answers, Texts texts) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.answers = answers;
        this.texts = texts;
    }

    @QueryMapping
    Connection<AccessToken> accessTokens(
            @Argument @Nullable String accountId,
            @Argument int first,
            @Argument @Nullable String after,
            Viewer viewer,
            Scope scope) {
        var page = PageRequest.of(AccessTokens.LIST, AccessTokens.LIST_KEYS, first, after);
        var account = Optional.ofNullable(accountId).map(id -> GlobalId.rawOrNobodys("Account", id));
        return tokens.list(account, page, viewer, scope);
    }

    @SchemaMapping
    String id(AccessToken accessToken) {
        return new GlobalId("AccessToken", accessToken.id()).encode();
    }

    @SchemaMapping
    String name(AccessToken accessToken, Locale locale) {
        return Optional.ofNullable(accessToken.name()).orElseGet(() -> texts.get("access.token.unnamed", locale));
    }

    @SchemaMapping
    TokenScope scope(AccessToken accessToken) {
        return TokenScope.of(accessToken.limit());
    }

    @BatchMapping
    Map<AccessToken, Account> account(List<AccessToken> accessTokens) {
        var ids = accessTokens.stream().map(AccessToken::accountId).collect(Collectors.toSet());
        var found = accounts.findAll(ids);
        var each = new HashMap<AccessToken, Account>();
        accessTokens.stream()
                .filter(token -> found.containsKey(token.accountId()))
                .forEach(token -> each.put(token, found.get(token.accountId())));
        return each;
    }

    @MutationMapping
    IssueTokenPayload issueToken(@Argument IssueTokenInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> tokens.issue(
                        new AccessTokens.Wanted(input.id(), input.name(), input.scope().limit, input.lastDay()),
                        accountOf(input.accountId(), viewer),
                        viewer,
                        scope),
                (issued, errors) -> issued == null
                        ? new IssueTokenPayload(null, null, errors)
                        : new IssueTokenPayload(issued.token(), issued.secret(), errors),
                locale);
    }

    @MutationMapping
    RevokeTokenPayload revokeToken(@Argument RevokeTokenInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> {
                    tokens.revoke(
                            GlobalId.rawOrNobodys("AccessToken", input.tokenId()),
                            accountOf(input.accountId(), viewer),
                            viewer,
                            scope);
                    return true;
                },
                (revoked, errors) -> new RevokeTokenPayload(revoked != null, errors),
                locale);
    }

    private static String accountOf(@Nullable String accountId, Viewer viewer) {
        return accountId == null ? viewer.requireAccount() : GlobalId.rawOrNobodys("Account", accountId);
    }

    enum TokenScope {
        ALL(Limit.NONE),
        READ(Limit.READ),
        SYNC(Limit.SYNC);

        private final Limit limit;

        TokenScope(Limit limit) {
            this.limit = limit;
        }

        static TokenScope of(Limit limit) {
            return switch (limit) {
                case NONE -> ALL;
                case READ -> READ;
                case SYNC -> SYNC;
            };
        }
    }

    record IssueTokenInput(UUID id, @Nullable String accountId, String name, TokenScope scope, LocalDate lastDay) {}

    record IssueTokenPayload(
            @Nullable AccessToken token, @Nullable String secret, List<UserError> errors) {}

    record RevokeTokenInput(@Nullable String accountId, String tokenId) {}

    record RevokeTokenPayload(boolean revoked, List<UserError> errors) {}
}
