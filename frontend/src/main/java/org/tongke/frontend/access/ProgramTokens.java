package org.tongke.frontend.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.AccessTokensGraphQLQuery;
import org.tongke.frontend.contract.client.AccessTokensProjectionRoot;
import org.tongke.frontend.contract.client.AccountsGraphQLQuery;
import org.tongke.frontend.contract.client.AccountsProjectionRoot;
import org.tongke.frontend.contract.client.IssueTokenGraphQLQuery;
import org.tongke.frontend.contract.client.IssueTokenProjectionRoot;
import org.tongke.frontend.contract.client.RevokeTokenGraphQLQuery;
import org.tongke.frontend.contract.client.RevokeTokenProjectionRoot;
import org.tongke.frontend.contract.types.AccessToken;
import org.tongke.frontend.contract.types.AccessTokenConnection;
import org.tongke.frontend.contract.types.Account;
import org.tongke.frontend.contract.types.AccountConnection;
import org.tongke.frontend.contract.types.AccountEdge;
import org.tongke.frontend.contract.types.IssueTokenInput;
import org.tongke.frontend.contract.types.IssueTokenPayload;
import org.tongke.frontend.contract.types.RevokeTokenInput;
import org.tongke.frontend.contract.types.RevokeTokenPayload;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.contract.types.TokenScope;

/** Tokens of programs, as the caller may see them. Commands throw {@link RefusedException}. */
@Component
public class ProgramTokens {
    private static final int PAGE = 50;
    private static final int OFFERED = 100;

    private final Backend backend;

    public ProgramTokens(Backend backend) {
        this.backend = backend;
    }

    /** A page of tokens, 50 at most. */
    AccessTokenConnection list(@Nullable String after) {
        var wanted = new AccessTokensProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var token = wanted.edges()
                .node()
                .id()
                .name()
                .issuedAt()
                .issuedBy()
                .expiresAt()
                .usedAt();
        token.scope();
        token.account().id().name();
        var query = AccessTokensGraphQLQuery.newRequest().first(PAGE);
        return backend.get((after == null ? query : query.after(after)).build(), wanted, AccessTokenConnection.class);
    }

    /** Accounts of programs, for administrators. */
    List<Account> listPrograms() {
        return Stream.of(Role.SUPPLIER, Role.DEVELOPER)
                .flatMap(role -> listWith(role).stream())
                .toList();
    }

    private List<Account> listWith(Role role) {
        var wanted = new AccountsProjectionRoot<>();
        var account = wanted.edges().node().id().name();
        account.roles().role();
        var query = AccountsGraphQLQuery.newRequest().role(role).first(OFFERED).build();
        return backend.get(query, wanted, AccountConnection.class).getEdges().stream()
                .map(AccountEdge::getNode)
                .toList();
    }

    /** @param accountId null for the caller's own account */
    IssueTokenPayload issue(UUID id, @Nullable String accountId, String name, TokenScope scope, LocalDate lastDay) {
        var wanted = new IssueTokenProjectionRoot<>().secret();
        wanted.errors().path().message().code();
        var input = IssueTokenInput.newBuilder()
                .id(id)
                .accountId(accountId)
                .name(name)
                .scope(scope)
                .lastDay(lastDay)
                .build();
        var command = IssueTokenGraphQLQuery.newRequest().input(input).build();
        var payload = backend.get(command, wanted, IssueTokenPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload;
    }

    void revoke(AccessToken token) {
        var wanted = new RevokeTokenProjectionRoot<>();
        wanted.errors().path().message().code();
        var account = token.getAccount();
        var input = RevokeTokenInput.newBuilder()
                .accountId(account == null ? null : account.getId())
                .tokenId(token.getId())
                .build();
        var command = RevokeTokenGraphQLQuery.newRequest().input(input).build();
        RefusedException.throwIfAny(
                backend.get(command, wanted, RevokeTokenPayload.class).getErrors());
    }
}
