package org.tongke.frontend.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.AccountsGraphQLQuery;
import org.tongke.frontend.contract.client.AccountsProjectionRoot;
import org.tongke.frontend.contract.client.CloseAccountGraphQLQuery;
import org.tongke.frontend.contract.client.CloseAccountProjectionRoot;
import org.tongke.frontend.contract.client.CreateAccountGraphQLQuery;
import org.tongke.frontend.contract.client.CreateAccountProjectionRoot;
import org.tongke.frontend.contract.client.GrantRoleGraphQLQuery;
import org.tongke.frontend.contract.client.GrantRoleProjectionRoot;
import org.tongke.frontend.contract.client.GrantableRolesGraphQLQuery;
import org.tongke.frontend.contract.client.GrantableRolesProjectionRoot;
import org.tongke.frontend.contract.client.ImportAccountsGraphQLQuery;
import org.tongke.frontend.contract.client.ImportAccountsProjectionRoot;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.RenameAccountGraphQLQuery;
import org.tongke.frontend.contract.client.RenameAccountProjectionRoot;
import org.tongke.frontend.contract.client.ReopenAccountGraphQLQuery;
import org.tongke.frontend.contract.client.ReopenAccountProjectionRoot;
import org.tongke.frontend.contract.client.ResetPasswordGraphQLQuery;
import org.tongke.frontend.contract.client.ResetPasswordProjectionRoot;
import org.tongke.frontend.contract.client.RevokeRoleGraphQLQuery;
import org.tongke.frontend.contract.client.RevokeRoleProjectionRoot;
import org.tongke.frontend.contract.client.SchoolsGraphQLQuery;
import org.tongke.frontend.contract.client.SchoolsProjectionRoot;
import org.tongke.frontend.contract.client.SuppliersGraphQLQuery;
import org.tongke.frontend.contract.client.SuppliersProjectionRoot;
import org.tongke.frontend.contract.types.Account;
import org.tongke.frontend.contract.types.AccountCodePayload;
import org.tongke.frontend.contract.types.AccountConnection;
import org.tongke.frontend.contract.types.AccountInput;
import org.tongke.frontend.contract.types.AccountPayload;
import org.tongke.frontend.contract.types.CreateAccountInput;
import org.tongke.frontend.contract.types.GrantableRole;
import org.tongke.frontend.contract.types.ImportAccountsInput;
import org.tongke.frontend.contract.types.ImportAccountsPayload;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.RenameAccountInput;
import org.tongke.frontend.contract.types.ResetPasswordInput;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.contract.types.RoleInput;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.SchoolConnection;
import org.tongke.frontend.contract.types.SchoolEdge;
import org.tongke.frontend.contract.types.SheetInput;
import org.tongke.frontend.contract.types.Supplier;

/** Accounts as the office of the caller sees and manages them. Commands throw {@link RefusedException}. */
@Component
public class OfficeAccounts {
    private static final int PAGE = 50;
    private static final int OFFERED = 50;

    private final Backend backend;

    public OfficeAccounts(Backend backend) {
        this.backend = backend;
    }

    /** A page of accounts, 50 at most. */
    AccountConnection list(String words, @Nullable Role role, @Nullable String after) {
        var wanted = new AccountsProjectionRoot<>();
        var page = wanted.pageInfo();
        page.hasNextPage().endCursor();
        var account = wanted.edges().node().id().name().signInName();
        account.signInState();
        account.roles().label();
        var query = AccountsGraphQLQuery.newRequest().name(words).first(PAGE);
        if (role != null) {
            query = query.role(role);
        }
        if (after != null) {
            query = query.after(after);
        }
        return backend.get(query.build(), wanted, AccountConnection.class);
    }

    /** An account; empty if there is none for the caller. */
    Optional<Account> find(String id) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        var account = wanted.onAccount()
                .id()
                .revision()
                .name()
                .signInName()
                .startCodeEndsAt()
                .viewerCanManage();
        account.signInState();
        var roles = account.roles().label();
        roles.role();
        roles.place().onRegion().id();
        roles.place().onSchool().id();
        return backend.find(NodeGraphQLQuery.newRequest().id(id).build(), wanted, Node.class)
                .filter(Account.class::isInstance)
                .map(Account.class::cast);
    }

    /** Roles that the caller can give. */
    List<GrantableRole> listGrantable() {
        var wanted = new GrantableRolesProjectionRoot<>();
        var role = wanted.label().atSchool().ofSupplier();
        role.role();
        role.regions().id().name();
        return backend.list(GrantableRolesGraphQLQuery.newRequest().build(), wanted, GrantableRole.class);
    }

    /** Schools whose name holds some words, a few of many. */
    List<School> findSchools(@Nullable String regionId, String words) {
        var wanted = new SchoolsProjectionRoot<>();
        wanted.edges().node().id().name();
        var query = SchoolsGraphQLQuery.newRequest().name(words).first(OFFERED);
        if (regionId != null) {
            query = query.regionId(regionId);
        }
        return backend.get(query.build(), wanted, SchoolConnection.class).getEdges().stream()
                .map(SchoolEdge::getNode)
                .toList();
    }

    /** Suppliers that an account can be bound to. */
    List<Supplier> listSuppliers() {
        var wanted = new SuppliersProjectionRoot<>().id().name();
        return backend.list(SuppliersGraphQLQuery.newRequest().build(), wanted, Supplier.class);
    }

    /** What comes of a table of a school's people. */
    ImportAccountsPayload importTable(String schoolId, SheetInput table, boolean commit) {
        var wanted = new ImportAccountsProjectionRoot<>().workbook().charset();
        var row = wanted.rows().row().name().signInName().column().problem().startCode();
        row.role();
        row.outcome();
        wanted.errors().path().message().code();
        var input = ImportAccountsInput.newBuilder()
                .schoolId(schoolId)
                .table(table)
                .commit(commit)
                .build();
        var command = ImportAccountsGraphQLQuery.newRequest().input(input).build();
        var payload = backend.get(command, wanted, ImportAccountsPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload;
    }

    AccountCodePayload create(CreateAccountInput input) {
        var wanted = new CreateAccountProjectionRoot<>().startCode();
        wanted.account().id().name().signInName();
        wanted.errors().path().message().code();
        var command = CreateAccountGraphQLQuery.newRequest().input(input).build();
        return done(backend.get(command, wanted, AccountCodePayload.class));
    }

    AccountCodePayload resetPassword(Account account, UUID id) {
        var wanted = new ResetPasswordProjectionRoot<>().startCode();
        wanted.account().id().name().signInName();
        wanted.errors().path().message().code();
        var input = ResetPasswordInput.newBuilder()
                .id(id)
                .accountId(account.getId())
                .expectedRevision(account.getRevision())
                .build();
        var command = ResetPasswordGraphQLQuery.newRequest().input(input).build();
        return done(backend.get(command, wanted, AccountCodePayload.class));
    }

    private static AccountCodePayload done(AccountCodePayload payload) {
        RefusedException.throwIfAny(payload.getErrors());
        return payload;
    }

    void rename(Account account, String name) {
        var wanted = new RenameAccountProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = RenameAccountInput.newBuilder()
                .accountId(account.getId())
                .expectedRevision(account.getRevision())
                .name(name)
                .build();
        var command = RenameAccountGraphQLQuery.newRequest().input(input).build();
        check(backend.get(command, wanted, AccountPayload.class));
    }

    void grant(RoleInput input) {
        var wanted = new GrantRoleProjectionRoot<>();
        wanted.errors().path().message().code();
        var command = GrantRoleGraphQLQuery.newRequest().input(input).build();
        check(backend.get(command, wanted, AccountPayload.class));
    }

    void revoke(RoleInput input) {
        var wanted = new RevokeRoleProjectionRoot<>();
        wanted.errors().path().message().code();
        var command = RevokeRoleGraphQLQuery.newRequest().input(input).build();
        check(backend.get(command, wanted, AccountPayload.class));
    }

    void close(Account account) {
        var wanted = new CloseAccountProjectionRoot<>();
        wanted.errors().path().message().code();
        var command =
                CloseAccountGraphQLQuery.newRequest().input(input(account)).build();
        check(backend.get(command, wanted, AccountPayload.class));
    }

    void reopen(Account account) {
        var wanted = new ReopenAccountProjectionRoot<>();
        wanted.errors().path().message().code();
        var command =
                ReopenAccountGraphQLQuery.newRequest().input(input(account)).build();
        check(backend.get(command, wanted, AccountPayload.class));
    }

    private static AccountInput input(Account account) {
        return AccountInput.newBuilder()
                .accountId(account.getId())
                .expectedRevision(account.getRevision())
                .build();
    }

    private static void check(AccountPayload payload) {
        RefusedException.throwIfAny(payload.getErrors());
    }
}
