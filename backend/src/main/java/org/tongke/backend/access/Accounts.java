package org.tongke.backend.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.AccountStore.Secrets;
import org.tongke.backend.access.AccountStore.Stored;
import org.tongke.backend.access.GrantPlaces.Known;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;

/** The accounts: who there is. */
@Component
public class Accounts {
    /** Name of the list of accounts for page requests. */
    public static final String LIST = AccountStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    private static final Origin SYSTEM = Origin.system("system");

    private final AccountStore store;
    private final GrantPlaces grantPlaces;
    private final Passwords passwords;
    private final Clock clock;

    Accounts(AccountStore store, GrantPlaces grantPlaces, Passwords passwords, Clock clock) {
        this.store = store;
        this.grantPlaces = grantPlaces;
        this.passwords = passwords;
        this.clock = clock;
        // those of before get a first revision and their places; several backends that do it at once do it once
        store.findWithoutHistory().forEach(old -> write(old, old.with(old.account()), SYSTEM));
    }

    /** Enters an account, or what is new about it. Repeating it changes nothing. */
    public Account put(String id, String name, String signInName, @Nullable String passwordHash, List<Grant> grants) {
        return put(id, name, signInName, passwordHash, grants, null);
    }

    /**
     * Enters the account of a teacher, or what is new about it. Repeating it changes nothing.
     *
     * @param teacherId raw id of the teacher whose account it is; null if it is none's
     */
    public Account put(
            String id,
            String name,
            String signInName,
            @Nullable String passwordHash,
            List<Grant> grants,
            @Nullable String teacherId) {
        var wanted = Account.of(id, name, signInName, grants, teacherId);
        var means = passwordHash == null ? Account.Means.NONE : Account.Means.NONE.withPassword();
        while (true) {
            var before = store.find(id);
            var revision = before.map(stored -> stored.account().revision()).orElse(0L);
            var after = new Stored(
                    new Account(id, revision, name, wanted.signInName(), grants, teacherId, means, List.of()),
                    new Secrets(passwordHash, null, null));
            var same = before.filter(stored -> isSame(stored, after));
            if (same.isPresent()) {
                return same.get().account();
            }
            var written = write(before.orElse(null), after, SYSTEM);
            if (written.isPresent()) {
                return written.get();
            }
            requireFree(wanted);
        }
    }

    /** A name that somebody else has would be tried for ever. */
    private void requireFree(Account wanted) {
        store.findBySignInName(wanted.signInName())
                .filter(other -> !other.account().id().equals(wanted.id()))
                .ifPresent(other -> {
                    throw new IllegalStateException("the sign-in name is taken: " + wanted.signInName());
                });
    }

    private static boolean isSame(Stored before, Stored after) {
        var one = before.account().at(List.of());
        return one.equals(after.account().at(List.of())) && before.secrets().equals(after.secrets());
    }

    /**
     * Enters an account if neither its id nor its name is taken. Several that do it at once enter one.
     *
     * @return whether it was entered
     */
    boolean add(Account account, String password) {
        return store.findBySignInName(account.signInName()).isEmpty()
                && write(
                                null,
                                new Stored(
                                        account.with(account.means().withPassword()),
                                        new Secrets(hash(password), null, null)),
                                SYSTEM)
                        .isPresent();
    }

    /** The hash of a password, for {@link #put}. Takes about a quarter of a second, on purpose. */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /** The hash of a password: the one that an account has already, if it is of this password. For what is put again at each start. */
    public String hashAsBefore(String id, String password) {
        return store.find(id)
                .flatMap(stored -> Optional.ofNullable(stored.secrets().passwordHash()))
                .filter(hash -> passwords.matches(password, Optional.of(hash)))
                .orElseGet(() -> hash(password));
    }

    /** The account with a raw id. */
    public Optional<Account> find(String id) {
        return store.find(id).map(Stored::account);
    }

    /**
     * Since when the owner of an account uses it: since the first sign-in with a start code, or since it was entered where it had none; empty
     * before that, and where that was before this was kept. One round trip.
     */
    public Optional<Instant> begunAt(String id) {
        return store.findBegunAt(id);
    }

    /** Accounts by raw id; those that are not there are missing. One round trip. */
    public Map<String, Account> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.findAll(ids).stream()
                        .map(Stored::account)
                        .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    /** The account with a raw id, if one of its roles lies in a scope. */
    public Optional<Account> find(String id, Scope scope) {
        return find(id).filter(account -> scope.covers(account.places()));
    }

    /**
     * Accounts in the order of their names.
     *
     * @param place only those with a role there or below
     * @param nameContains only those whose name or sign-in name holds this, as written, in pinyin or by initials
     * @param role only those with this role
     */
    public Connection<Account> list(
            Optional<PlaceKey> place,
            Optional<String> nameContains,
            Optional<Role> role,
            PageRequest page,
            Scope scope) {
        return Connection.of(store.list(place, nameContains, role, page, scope), page, AccountStore::cursorOf);
    }

    /**
     * Writes the state of an account that follows the one that was read, with the places of its roles and its history.
     *
     * @param after the state with the revision that was read
     * @return the account as it is now; empty if somebody else was faster or has its sign-in name
     */
    Optional<Account> write(@Nullable Stored before, Stored after, Origin by) {
        return write(before, after, by, List.of());
    }

    /** The same, with something in its history besides what the states tell. */
    Optional<Account> write(@Nullable Stored before, Stored after, Origin by, List<FieldChange> besides) {
        var grants = new ArrayList<>(after.account().grants());
        if (before != null) {
            grants.addAll(before.account().grants());
        }
        var known = grantPlaces.of(grants);
        var next = after.account().at(known.placesOf(after.account().grants())).next();
        var fields = new ArrayList<FieldChange>();
        if (before != null) {
            fields.addAll(changes(before, after, known));
        }
        fields.addAll(besides);
        return store.write(after.with(next), begins(before, after), by, now(), fields)
                ? Optional.of(next)
                : Optional.empty();
    }

    /** Whether its owner is there for the first time: it is new and waits for no start code, or its first start code becomes a password. */
    private static boolean begins(@Nullable Stored before, Stored after) {
        var waits = after.secrets().startCodeHash() != null;
        return before == null ? !waits : !waits && before.secrets().startCodeHash() != null && before.begunAt() == null;
    }

    /** Writes accounts that are new; those whose id or sign-in name is there by now stay as they are. Two round trips. */
    void writeNew(List<Stored> wanted, Origin by) {
        var known = grantPlaces.of(wanted.stream()
                .flatMap(stored -> stored.account().grants().stream())
                .toList());
        var all = wanted.stream()
                .map(stored -> stored.with(stored.account()
                        .at(known.placesOf(stored.account().grants()))
                        .next()))
                .toList();
        store.writeAll(all, by, now());
    }

    private static List<FieldChange> changes(Stored before, Stored after, Known known) {
        var fields = new ArrayList<FieldChange>();
        var one = before.account();
        var other = after.account();
        add(fields, "name", one.name(), other.name());
        add(fields, "signInName", one.signInName(), other.signInName());
        add(fields, "roles", known.words(one.grants()), known.words(other.grants()));
        add(fields, "teacher", one.teacherId(), other.teacherId());
        if (!before.secrets().equals(after.secrets())) {
            var was = means(before);
            var is = means(after);
            fields.add(new FieldChange("signIn", was, is.equals(was) ? "NEW_" + is : is));
        }
        add(fields, "state", state(one), state(other));
        return fields;
    }

    private static void add(List<FieldChange> fields, String name, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            fields.add(new FieldChange(name, before, after));
        }
    }

    private static String means(Stored stored) {
        if (stored.secrets().startCodeHash() != null) {
            return "START_CODE";
        }
        return stored.secrets().passwordHash() == null ? "TOKEN_ONLY" : "PASSWORD";
    }

    private static String state(Account account) {
        return account.isOpen() ? "OPEN" : "CLOSED";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
