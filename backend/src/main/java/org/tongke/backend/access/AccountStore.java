package org.tongke.backend.access;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.NameTokens;
import org.tongke.backend.base.text.PersonNames;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;

/**
 * The collection {@code accounts}. Not sharded: sign-in names must be unique among all of them. Single accounts are read by the system to
 * find out who asks: without a scope.
 */
@Component
class AccountStore implements FactCollection {
    static final String COLLECTION = "accounts";
    /** Name of the list for cursors. */
    static final String LIST = "accounts";

    private static final String ID = "_id";
    private static final String NAME = "name";
    private static final String SORT_KEY = "sortKey";
    private static final String TOKENS = "tokens";
    private static final String SIGN_IN_NAME = "signInName";
    private static final String PASSWORD_HASH = "passwordHash";
    private static final String START_CODE_HASH = "startCodeHash";
    private static final String START_CODE_ENDS_AT = "startCodeEndsAt";
    private static final String RESET = "reset";
    private static final String CLOSED_AT = "closedAt";
    private static final String TEACHER = "teacher";
    private static final String GRANTS = "grants";
    private static final String ROLE = "role";
    private static final String PLACE = "place";
    private static final String SUPPLIER = "supplier";
    /** Since when its owner uses it; nothing before the first sign-in, and for accounts of before there was this. */
    private static final String BEGUN_AT = "begunAt";

    private static final Keyset BY_NAME = new Keyset(SORT_KEY, true);

    private final MongoCollection<Document> accounts;

    AccountStore(MongoDatabase database) {
        accounts = database.getCollection(COLLECTION);
        // findBySignInName(): sign-in
        accounts.createIndex(
                Indexes.ascending(SIGN_IN_NAME),
                new IndexOptions().name("signInName").unique(true));
        // list(): of a place, in the order of names
        accounts.createIndex(Indexes.ascending(Scope.PLACES, SORT_KEY, ID), new IndexOptions().name("places_sortKey"));
        // list(): all of them, in the order of names
        accounts.createIndex(Indexes.ascending(SORT_KEY, ID), new IndexOptions().name("sortKey"));
        // list(): those whose name holds what was typed
        accounts.createIndex(Indexes.ascending(TOKENS), new IndexOptions().name("tokens"));
        accounts.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /**
     * Writes the state of an account that follows the one that was read.
     *
     * @param begins whether its owner begins to use it with this
     * @return whether it was written; if not, somebody else was faster, or another account has its sign-in name
     */
    boolean write(Stored after, boolean begins, Origin by, Instant now, List<FieldChange> fields) {
        var account = after.account();
        var set = write(after);
        if (begins) {
            set.append(BEGUN_AT, Date.from(now));
        }
        return Fact.put(accounts, account.id(), set, account.revision(), List.of(), by, now, fields);
    }

    /** Writes the first states of accounts, as far as nobody has their ids and sign-in names. One round trip. */
    void writeAll(List<Stored> all, Origin by, Instant now) {
        Fact.putAll(
                accounts,
                all.stream()
                        .map(stored -> Fact.asWrite(
                                stored.account().id(),
                                write(stored),
                                stored.account().revision(),
                                List.of(),
                                by,
                                now,
                                List.of()))
                        .toList());
    }

    Optional<Stored> find(String id) {
        return Optional.ofNullable(accounts.find(Filters.eq(ID, id)).first()).map(AccountStore::read);
    }

    Optional<Instant> findBegunAt(String id) {
        return Optional.ofNullable(accounts.find(Filters.eq(ID, id))
                        .projection(Projections.include(BEGUN_AT))
                        .first())
                .map(stored -> Values.findInstant(stored, BEGUN_AT));
    }

    List<Stored> findAll(Collection<String> ids) {
        return Found.all(accounts.find(Filters.in(ID, ids)), AccountStore::read);
    }

    Optional<Stored> findBySignInName(String signInName) {
        return Optional.ofNullable(
                        accounts.find(Filters.eq(SIGN_IN_NAME, signInName)).first())
                .map(AccountStore::read);
    }

    /** Those of some names that somebody signs in with. */
    List<Stored> findBySignInNames(Collection<String> signInNames) {
        return Found.all(accounts.find(Filters.in(SIGN_IN_NAME, signInNames)), AccountStore::read);
    }

    /** Accounts that were written before they had a history. */
    List<Stored> findWithoutHistory() {
        return Found.all(accounts.find(Filters.exists(Fact.REVISION, false)), AccountStore::read);
    }

    List<Account> list(
            Optional<PlaceKey> place, Optional<String> name, Optional<Role> role, PageRequest page, Scope scope) {
        var filters = new ArrayList<>(
                List.of(scope.filter(), BY_NAME.after(page.after().map(Keyset.Place::of))));
        place.ifPresent(key -> filters.add(Filters.eq(Scope.PLACES, key.value())));
        name.ifPresent(typed -> filters.add(NameTokens.holding(TOKENS, typed)));
        role.ifPresent(one -> filters.add(Filters.eq(GRANTS + "." + ROLE, one.name())));
        return Found.all(
                accounts.find(Filters.and(filters)).sort(BY_NAME.sort()).limit(page.limit()),
                stored -> read(stored).account());
    }

    static Cursor cursorOf(Account account) {
        return Cursor.of(LIST, PersonNames.sortKey(account.name()), account.id());
    }

    private static Document write(Stored stored) {
        var account = stored.account();
        var tokens = new LinkedHashSet<>(PersonNames.tokens(account.name()));
        tokens.addAll(NameTokens.of(account.signInName()));
        return new Document(NAME, account.name())
                .append(SORT_KEY, PersonNames.sortKey(account.name()))
                .append(TOKENS, List.copyOf(tokens))
                .append(SIGN_IN_NAME, account.signInName())
                .append(PASSWORD_HASH, stored.secrets().passwordHash())
                .append(START_CODE_HASH, stored.secrets().startCodeHash())
                .append(RESET, stored.secrets().reset())
                .append(START_CODE_ENDS_AT, Values.date(account.means().startCodeEndsAt()))
                .append(CLOSED_AT, Values.date(account.means().closedAt()))
                .append(TEACHER, account.teacherId())
                .append(GRANTS, Values.documents(account.grants(), AccountStore::write))
                .append(Scope.PLACES, List.copyOf(account.places()));
    }

    private static Document write(Grant grant) {
        return new Document(ROLE, grant.role().name())
                .append(PLACE, grant.place() == null ? null : grant.place().value())
                .append(SUPPLIER, grant.supplier());
    }

    private static Stored read(Document stored) {
        var passwordHash = stored.getString(PASSWORD_HASH);
        var account = new Account(
                stored.getString(ID),
                stored.containsKey(Fact.REVISION) ? Fact.revisionOf(stored) : 0,
                stored.getString(NAME),
                stored.getString(SIGN_IN_NAME),
                Values.list(stored, GRANTS, AccountStore::readGrant),
                stored.getString(TEACHER),
                new Account.Means(
                        passwordHash != null,
                        Values.findInstant(stored, START_CODE_ENDS_AT),
                        Values.findInstant(stored, CLOSED_AT)),
                stored.getList(Scope.PLACES, String.class, List.of()));
        return new Stored(
                account,
                new Secrets(passwordHash, stored.getString(START_CODE_HASH), stored.getString(RESET)),
                Values.findInstant(stored, BEGUN_AT));
    }

    private static Grant readGrant(Document stored) {
        var place = stored.getString(PLACE);
        return new Grant(
                Role.valueOf(stored.getString(ROLE)),
                place == null ? null : new PlaceKey(place),
                stored.getString(SUPPLIER));
    }

    /**
     * An account with what nobody is told of it.
     *
     * @param begunAt since when its owner uses it, as it was read; no state that follows says it otherwise
     */
    record Stored(
            Account account, Secrets secrets, @Nullable Instant begunAt) {
        Stored(Account account, Secrets secrets) {
            this(account, secrets, null);
        }

        Stored with(Account other) {
            return new Stored(other, secrets, begunAt);
        }
    }

    /**
     * What nobody is told.
     *
     * @param passwordHash hash of its password; null if it has none
     * @param startCodeHash hash of its start code; null if it has none
     * @param reset id of the last reset of its password; null if there was none
     */
    record Secrets(
            @Nullable String passwordHash,
            @Nullable String startCodeHash,
            @Nullable String reset) {
        static final Secrets NONE = new Secrets(null, null, null);
    }
}
