package org.tongke.backend.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.AccountStore.Secrets;
import org.tongke.backend.access.AccountStore.Stored;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Teachers;

/** What an office does to the accounts below it ({@link Offices}). Every command can be repeated. */
@Component
public class AccountEdits {
    /** Most characters of a name. */
    static final int LONGEST_NAME = 60;

    private static final int MOST_ROLES = 20;
    static final Pattern SIGN_IN_NAME = Pattern.compile("[\\p{L}\\p{N}._-]{3,60}");
    private static final String ACCOUNT_ID = "accountId";

    private final AccountStore store;
    private final Accounts accounts;
    private final GrantPlaces grantPlaces;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Teachers teachers;
    private final KnownSuppliers suppliers;
    private final Clock clock;

    AccountEdits(
            AccountStore store,
            Accounts accounts,
            GrantPlaces grantPlaces,
            Passwords passwords,
            Tokens tokens,
            Teachers teachers,
            KnownSuppliers suppliers,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.grantPlaces = grantPlaces;
        this.passwords = passwords;
        this.tokens = tokens;
        this.teachers = teachers;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    /** An account, and its start code if it was made just now: it is told once. */
    public record Told(Account account, @Nullable String startCode) {}

    /** What a new account is to be. */
    public record Wanted(
            UUID id,
            String name,
            String signInName,
            Grant grant,
            @Nullable String teacherId) {}

    /**
     * Enters an account. Sent again, it is the account without a code.
     *
     * @throws RefusedException REQUIRED, TOO_LONG, MALFORMED, NAME_TAKEN, ID_REUSED, NOT_FOUND, PLACE_UNFIT, NOT_YOUR_OFFICE
     */
    public Told create(Wanted wanted, Viewer viewer) {
        var signInName = Account.normalize(wanted.signInName());
        RefusedException.checkAll(
                () -> checkNames(wanted.name(), signInName),
                () -> requireGrantable(wanted.grant(), viewer),
                () -> requireTeacher(wanted));
        var name = nameOf(wanted.name());
        var id = wanted.id().toString();
        var plain = Account.of(id, name, signInName, List.of(wanted.grant()), wanted.teacherId());
        while (true) {
            var before = store.find(id).map(Stored::account);
            if (before.isPresent()) {
                return new Told(
                        before.filter(there -> isSame(there, plain))
                                .orElseThrow(() -> refused(ErrorCode.ID_REUSED, "id")),
                        null);
            }
            if (store.findBySignInName(signInName).isPresent()) {
                throw refused(ErrorCode.NAME_TAKEN, "signInName");
            }
            var code = passwords.newCode();
            var entered = accounts.write(null, coded(new Stored(plain, Secrets.NONE), code, id), Origin.of(viewer));
            if (entered.isPresent()) {
                return new Told(entered.get(), code);
            }
        }
    }

    private static boolean isSame(Account there, Account wanted) {
        return there.name().equals(wanted.name())
                && there.signInName().equals(wanted.signInName())
                && there.grants().containsAll(wanted.grants());
    }

    /** The same account with a start code instead of a password. */
    Stored coded(Stored stored, String code, String reset) {
        var account = stored.account();
        var endsAt = now().plus(Passwords.CODE_LIFETIME);
        return new Stored(
                account.with(account.means().withCodeUntil(endsAt)),
                new Secrets(null, Passwords.codeHash(account.id(), code), reset));
    }

    /** @throws RefusedException NOT_FOUND, NOT_YOUR_OFFICE, REQUIRED, TOO_LONG, REVISION_STALE */
    public Account rename(String id, long expectedRevision, String name, Viewer viewer, Scope scope) {
        var wanted = nameOf(name);
        return change(managed(id, viewer, scope), expectedRevision, viewer, account -> account.named(wanted));
    }

    /** @throws RefusedException NOT_FOUND, PLACE_UNFIT, NOT_YOUR_OFFICE, OUT_OF_RANGE, REVISION_STALE */
    public Account grant(String id, long expectedRevision, Grant grant, Viewer viewer, Scope scope) {
        var stored = find(id, scope);
        requireGrantable(grant, viewer);
        requireOther(stored, viewer);
        return change(stored, expectedRevision, viewer, account -> {
            if (account.grants().contains(grant)) {
                return account;
            }
            if (account.grants().size() >= MOST_ROLES) {
                throw refused(ErrorCode.OUT_OF_RANGE, "role", 1, MOST_ROLES);
            }
            var grants = new ArrayList<>(account.grants());
            grants.add(grant);
            return account.with(grants);
        });
    }

    /** @throws RefusedException NOT_FOUND, NOT_YOUR_OFFICE, LAST_ROLE, REVISION_STALE */
    public Account revoke(String id, long expectedRevision, Grant grant, Viewer viewer, Scope scope) {
        var stored = find(id, scope);
        if (!Offices.manages(viewer, grant, grantPlaces.of(List.of(grant)))) {
            throw refused(ErrorCode.NOT_YOUR_OFFICE, "role");
        }
        requireOther(stored, viewer);
        return change(stored, expectedRevision, viewer, account -> {
            var rest =
                    account.grants().stream().filter(one -> !one.equals(grant)).toList();
            if (rest.isEmpty() && !account.grants().isEmpty()) {
                throw refused(ErrorCode.LAST_ROLE, "role");
            }
            return account.with(rest);
        });
    }

    /** @throws RefusedException NOT_FOUND, NOT_YOUR_OFFICE, REVISION_STALE */
    public Account close(String id, long expectedRevision, Viewer viewer, Scope scope) {
        var closed = change(
                managed(id, viewer, scope),
                expectedRevision,
                viewer,
                account -> account.isOpen() ? account.with(account.means().closed(now())) : account);
        tokens.revokeAll(id);
        return closed;
    }

    /** @throws RefusedException NOT_FOUND, NOT_YOUR_OFFICE, REVISION_STALE */
    public Account reopen(String id, long expectedRevision, Viewer viewer, Scope scope) {
        return change(
                managed(id, viewer, scope),
                expectedRevision,
                viewer,
                account -> account.with(account.means().closed(null)));
    }

    /**
     * Takes the password away and makes a start code. Sent again with the same id, it is the account without a code.
     *
     * @throws RefusedException NOT_FOUND, NOT_YOUR_OFFICE, ACCOUNT_CLOSED, REVISION_STALE
     */
    public Told resetPassword(UUID resetId, String id, long expectedRevision, Viewer viewer, Scope scope) {
        var stored = managed(id, viewer, scope);
        var reset = resetId.toString();
        if (reset.equals(stored.secrets().reset())) {
            return new Told(stored.account(), null);
        }
        if (!stored.account().isOpen()) {
            throw refused(ErrorCode.ACCOUNT_CLOSED, ACCOUNT_ID);
        }
        requireRevision(stored, expectedRevision);
        var code = passwords.newCode();
        var account = accounts.write(stored, coded(stored, code, reset), Origin.of(viewer))
                .orElseThrow(AccountEdits::stale);
        tokens.revokeDevices(id, null);
        return new Told(account, code);
    }

    private Account change(Stored stored, long expectedRevision, Viewer viewer, UnaryOperator<Account> next) {
        var after = next.apply(stored.account());
        if (after.equals(stored.account())) {
            return after;
        }
        requireRevision(stored, expectedRevision);
        return accounts.write(stored, stored.with(after), Origin.of(viewer)).orElseThrow(AccountEdits::stale);
    }

    private static void requireRevision(Stored stored, long expectedRevision) {
        if (stored.account().revision() != expectedRevision) {
            throw stale();
        }
    }

    private Stored find(String id, Scope scope) {
        return store.find(id)
                .filter(stored -> scope.covers(stored.account().places()))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, ACCOUNT_ID));
    }

    private Stored managed(String id, Viewer viewer, Scope scope) {
        var stored = find(id, scope);
        var account = stored.account();
        if (!Offices.manages(viewer, account, grantPlaces.of(account.grants()))) {
            throw refused(ErrorCode.NOT_YOUR_OFFICE, ACCOUNT_ID);
        }
        return stored;
    }

    private static void requireOther(Stored stored, Viewer viewer) {
        if (stored.account().id().equals(viewer.account())) {
            throw refused(ErrorCode.NOT_YOUR_OFFICE, ACCOUNT_ID);
        }
    }

    private void requireGrantable(Grant grant, Viewer viewer) {
        var known = grantPlaces.of(List.of(grant));
        var place = known.find(grant);
        if (grant.place() != null) {
            if (place.isEmpty()) {
                throw refused(ErrorCode.NOT_FOUND, "placeId");
            }
            if (!place.get().fits(grant.role())) {
                throw unfit(grant);
            }
        } else if (!Offices.holdsEverywhere(grant.role())) {
            throw refused(ErrorCode.REQUIRED, "placeId");
        }
        if (!Offices.manages(viewer, grant, known)) {
            throw refused(ErrorCode.NOT_YOUR_OFFICE, "role");
        }
        if (grant.supplier() != null && !suppliers.isThere(grant.supplier())) {
            throw refused(ErrorCode.NOT_FOUND, "supplierId");
        }
    }

    private static RefusedException unfit(Grant grant) {
        return refused(ErrorCode.PLACE_UNFIT, "placeId", new Phrase("access.role." + grant.role()));
    }

    private void requireTeacher(Wanted wanted) {
        var place = wanted.grant().place();
        if (wanted.teacherId() != null
                && teachers.find(wanted.teacherId(), Scope.EVERYWHERE)
                        .filter(teacher -> place != null && teacher.schoolId().equals(place.raw()))
                        .isEmpty()) {
            throw refused(ErrorCode.NOT_FOUND, "teacherId");
        }
    }

    /** @throws RefusedException REQUIRED, TOO_LONG, MALFORMED: all that is wrong with what somebody is to be called */
    public static void checkNames(String name, String signInName) {
        RefusedException.checkAll(() -> nameOf(name), () -> requireSignInName(Account.normalize(signInName)));
    }

    private static void requireSignInName(String normalized) {
        if (normalized.isEmpty()) {
            throw refused(ErrorCode.REQUIRED, "signInName");
        }
        if (!SIGN_IN_NAME.matcher(normalized).matches()) {
            throw refused(ErrorCode.MALFORMED, "signInName", new Phrase("access.signInName.form"));
        }
    }

    private static String nameOf(String typed) {
        var name = typed.strip();
        if (name.isEmpty()) {
            throw refused(ErrorCode.REQUIRED, "name");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw refused(ErrorCode.TOO_LONG, "name", LONGEST_NAME);
        }
        return name;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RefusedException stale() {
        return refused(ErrorCode.REVISION_STALE, "expectedRevision");
    }

    private static RefusedException refused(ErrorCode code, String path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
