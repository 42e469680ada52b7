package org.tongke.backend.access;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;

/** The collection {@code accounts}. Shard key: {@code _id}. Accounts are read by the system to find out who asks: no scope. */
@Component
class AccountStore {
    private static final String ID = "_id";
    private static final String NAME = "name";
    private static final String SIGN_IN_NAME = "signInName";
    private static final String PASSWORD_HASH = "passwordHash";
    private static final String TEACHER = "teacher";
    private static final String GRANTS = "grants";

    private final MongoCollection<Document> accounts;

    AccountStore(MongoDatabase database) {
        accounts = database.getCollection("accounts");
        // findBySignInName(): sign-in
        accounts.createIndex(
                Indexes.ascending(SIGN_IN_NAME),
                new IndexOptions().name("signInName").unique(true));
    }

    void put(Account account, @Nullable String passwordHash) {
        accounts.replaceOne(
                Filters.eq(ID, account.id()), write(account, passwordHash), new ReplaceOptions().upsert(true));
    }

    /** Whether it was added; not if its id or its name is taken. */
    boolean add(Account account, String passwordHash) {
        try {
            accounts.insertOne(write(account, passwordHash));
            return true;
        } catch (MongoWriteException failure) {
            if (DuplicateKey.isAll(failure)) {
                return false;
            }
            throw failure;
        }
    }

    Optional<Account> find(String id) {
        return Optional.ofNullable(accounts.find(Filters.eq(ID, id)).first()).map(AccountStore::read);
    }

    Optional<WithPassword> findBySignInName(String signInName) {
        return Optional.ofNullable(
                        accounts.find(Filters.eq(SIGN_IN_NAME, signInName)).first())
                .map(stored -> new WithPassword(read(stored), stored.getString(PASSWORD_HASH)));
    }

    private static Document write(Account account, @Nullable String passwordHash) {
        return new Document(ID, account.id())
                .append(NAME, account.name())
                .append(SIGN_IN_NAME, account.signInName())
                .append(PASSWORD_HASH, passwordHash)
                .append(TEACHER, account.teacherId())
                .append(
                        GRANTS,
                        account.grants().stream().map(AccountStore::write).toList());
    }

    private static Document write(Grant grant) {
        return new Document("role", grant.role().name())
                .append("place", grant.place() == null ? null : grant.place().value())
                .append("supplier", grant.supplier());
    }

    private static Account read(Document stored) {
        return new Account(
                stored.getString(ID),
                stored.getString(NAME),
                stored.getString(SIGN_IN_NAME),
                stored.getList(GRANTS, Document.class, List.of()).stream()
                        .map(AccountStore::readGrant)
                        .toList(),
                stored.getString(TEACHER));
    }

    private static Grant readGrant(Document stored) {
        var place = stored.getString("place");
        return new Grant(
                Role.valueOf(stored.getString("role")),
                place == null ? null : new PlaceKey(place),
                stored.getString("supplier"));
    }

    /** An account and the hash of its password; null if it has none and signs in by token only. */
    record WithPassword(Account account, @Nullable String passwordHash) {}
}
