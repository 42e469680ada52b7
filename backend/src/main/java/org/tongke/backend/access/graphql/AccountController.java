package org.tongke.backend.access.graphql;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.Account;
import org.tongke.backend.access.AccountEdits;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.Offices;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.RegionKind;
import org.tongke.backend.directory.Regions;

/** Accounts as the offices above manage them. */
@Controller
class AccountController {
    private static final String NOWHERE = "school:";

    private final Accounts accounts;
    private final AccountEdits edits;
    private final Offices offices;
    private final Regions regions;
    private final Answers answers;
    private final Texts texts;
    private final Clock clock;

    AccountController(
            Accounts accounts,
            AccountEdits edits,
            Offices offices,
            Regions regions,
            Answers answers,
            Texts texts,
            Clock clock) {
        this.accounts = accounts;
        this.edits = edits;
        this.offices = offices;
        this.regions = regions;
        this.answers = answers;
        this.texts = texts;
        this.clock = clock;
    }

    @QueryMapping
    Connection<Account> accounts(
            @Argument @Nullable String placeId,
            @Argument @Nullable String name,
            @Argument @Nullable Role role,
            @Argument int first,
            @Argument @Nullable String after,
            Scope scope) {
        var page = PageRequest.of(Accounts.LIST, Accounts.LIST_KEYS, first, after);
        var place = Optional.ofNullable(placeId).map(id -> findPlace(id).orElse(new PlaceKey(NOWHERE)));
        var typed = Optional.ofNullable(name).filter(text -> !text.isBlank());
        return accounts.list(place, typed, Optional.ofNullable(role), page, scope);
    }

    @QueryMapping
    List<GrantableRole> grantableRoles(Viewer viewer, Locale locale) {
        return Offices.grantable(viewer).stream()
                .map(role -> new GrantableRole(
                        role,
                        texts.get("access.role." + role, locale),
                        regionsFor(role, viewer),
                        role == Role.CLERK || role == Role.TEACHER,
                        role == Role.SUPPLIER))
                .toList();
    }

    private List<Region> regionsFor(Role role, Viewer viewer) {
        return regions.all().stream()
                .filter(region -> holdsAt(role, region.kind()))
                .filter(region -> Offices.isBelow(viewer, role, region.places()))
                .sorted(Comparator.comparing(Region::code))
                .toList();
    }

    private static boolean holdsAt(Role role, RegionKind kind) {
        return switch (role) {
            case PROVINCE_OFFICER -> kind == RegionKind.PROVINCE;
            case CITY_OFFICER -> kind == RegionKind.CITY;
            case COUNTY_OFFICER -> kind != RegionKind.PROVINCE && kind != RegionKind.CITY;
            case RESOURCE_CENTRE -> true;
            case CLERK, TEACHER, SUPPLIER, DEVELOPER, ADMINISTRATOR -> false;
        };
    }

    @SchemaMapping
    SignInState signInState(Account account) {
        var means = account.means();
        if (!account.isOpen()) {
            return SignInState.CLOSED;
        }
        if (means.password()) {
            return SignInState.PASSWORD;
        }
        if (means.startCodeEndsAt() == null) {
            return SignInState.TOKEN_ONLY;
        }
        return means.startCodeEndsAt().isAfter(clock.instant())
                ? SignInState.START_CODE
                : SignInState.START_CODE_EXPIRED;
    }

    @SchemaMapping
    Optional<Instant> startCodeEndsAt(Account account) {
        return Optional.ofNullable(account.means().startCodeEndsAt());
    }

    @BatchMapping
    Map<Account, Boolean> viewerCanManage(List<Account> accounts, @ContextValue Viewer viewer) {
        var managed = offices.managed(accounts, viewer);
        return accounts.stream()
                .collect(Collectors.toMap(
                        Function.identity(), account -> managed.contains(account.id()), (one, same) -> one));
    }

    @MutationMapping
    AccountCodePayload createAccount(@Argument CreateAccountInput input, Viewer viewer, Locale locale) {
        return code(
                () -> {
                    var grant = grantOf(input);
                    var teacher =
                            input.teacherId() == null ? null : GlobalId.rawOrNobodys("Teacher", input.teacherId());
                    return edits.create(
                            new AccountEdits.Wanted(input.id(), input.name(), input.signInName(), grant, teacher),
                            viewer);
                },
                locale);
    }

    @MutationMapping
    AccountPayload renameAccount(@Argument RenameAccountInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> edits.rename(raw(input.accountId()), input.expectedRevision(), input.name(), viewer, scope),
                AccountPayload::new,
                locale);
    }

    @MutationMapping
    AccountPayload grantRole(@Argument RoleInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> edits.grant(raw(input.accountId()), input.expectedRevision(), grantOf(input), viewer, scope),
                AccountPayload::new,
                locale);
    }

    @MutationMapping
    AccountPayload revokeRole(@Argument RoleInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> edits.revoke(raw(input.accountId()), input.expectedRevision(), grantOf(input), viewer, scope),
                AccountPayload::new,
                locale);
    }

    @MutationMapping
    AccountPayload closeAccount(@Argument AccountInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> edits.close(raw(input.accountId()), input.expectedRevision(), viewer, scope),
                AccountPayload::new,
                locale);
    }

    @MutationMapping
    AccountPayload reopenAccount(@Argument AccountInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> edits.reopen(raw(input.accountId()), input.expectedRevision(), viewer, scope),
                AccountPayload::new,
                locale);
    }

    @MutationMapping
    AccountCodePayload resetPassword(@Argument ResetPasswordInput input, Viewer viewer, Scope scope, Locale locale) {
        return code(
                () -> edits.resetPassword(input.id(), raw(input.accountId()), input.expectedRevision(), viewer, scope),
                locale);
    }

    private AccountCodePayload code(Supplier<AccountEdits.Told> command, Locale locale) {
        return answers.to(
                command,
                (told, errors) -> told == null
                        ? new AccountCodePayload(null, null, errors)
                        : new AccountCodePayload(told.account(), told.startCode(), errors),
                locale);
    }

    private static String raw(String accountId) {
        return GlobalId.rawOrNobodys("Account", accountId);
    }

    private static Optional<PlaceKey> findPlace(String id) {
        return GlobalId.rawOf("School", id)
                .map(PlaceKey::school)
                .or(() -> GlobalId.rawOf("Region", id).map(PlaceKey::region));
    }

    /** Where the role has no place, that is said with what else is wrong. */
    private static Grant grantOf(CreateAccountInput input) {
        try {
            return grantOf(input.role(), input.placeId(), input.supplierId());
        } catch (RefusedException unplaced) {
            RefusedException.checkAll(() -> AccountEdits.checkNames(input.name(), input.signInName()), () -> {
                throw unplaced;
            });
            throw unplaced;
        }
    }

    private static Grant grantOf(RoleInput input) {
        return grantOf(input.role(), input.placeId(), input.supplierId());
    }

    /** The role at a place, as far as it can be one at all. */
    private static Grant grantOf(Role role, @Nullable String placeId, @Nullable String supplierId) {
        if (role == Role.SUPPLIER) {
            if (supplierId == null) {
                throw refused(ErrorCode.REQUIRED, "supplierId");
            }
            return Grant.ofSupplier(GlobalId.rawOrNobodys("Supplier", supplierId));
        }
        if (Offices.holdsEverywhere(role)) {
            return Grant.everywhere(role);
        }
        if (placeId == null) {
            throw refused(ErrorCode.REQUIRED, "placeId");
        }
        return Grant.at(role, findPlace(placeId).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "placeId")));
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return new RefusedException(Refusal.of(code, List.of(path)));
    }

    enum SignInState {
        PASSWORD,
        START_CODE,
        START_CODE_EXPIRED,
        TOKEN_ONLY,
        CLOSED
    }

    record GrantableRole(Role role, String label, List<Region> regions, boolean atSchool, boolean ofSupplier) {}

    record CreateAccountInput(
            UUID id,
            String name,
            String signInName,
            Role role,
            @Nullable String placeId,
            @Nullable String supplierId,
            @Nullable String teacherId) {}

    record RenameAccountInput(String accountId, long expectedRevision, String name) {}

    record RoleInput(
            String accountId,
            long expectedRevision,
            Role role,
            @Nullable String placeId,
            @Nullable String supplierId) {}

    record AccountInput(String accountId, long expectedRevision) {}

    record ResetPasswordInput(UUID id, String accountId, long expectedRevision) {}

    record AccountPayload(@Nullable Account account, List<UserError> errors) {}

    record AccountCodePayload(
            @Nullable Account account, @Nullable String startCode, List<UserError> errors) {}
}
