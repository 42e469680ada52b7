package org.tongke.backend.access;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.Sha256;
import org.tongke.backend.base.who.Limit;

/**
 * The collection {@code tokens}: of each token its SHA-256 as {@code _id}, never the token. Shard key: {@code _id}. Read by the
 * system to find out who asks, and by accounts for their own: no scope.
 */
@Component
class TokenStore {
    private static final String ID = "_id";
    private static final String ACCOUNT = "account";
    private static final String KIND = "kind";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String USED_AT = "usedAt";
    private static final String ISSUED_AT = "issuedAt";
    private static final String BROWSER = "browser";
    private static final String NAME = "name";
    private static final String LIMIT = "limit";
    private static final String KEY = "key";
    private static final String ISSUED_BY = "issuedBy";
    private static final String USED = "used";
    private static final String FROM = "from";
    private static final Keyset NEWEST = new Keyset(ISSUED_AT, false);

    private final MongoCollection<Document> tokens;

    TokenStore(MongoDatabase database) {
        tokens = database.getCollection("tokens");
        // mongod takes expired tokens away; find() does not count on it
        tokens.createIndex(
                Indexes.ascending(EXPIRES_AT),
                new IndexOptions().name("expiresAt").expireAfter(0L, TimeUnit.SECONDS));
        // listDevices(), deleteOf(): of an account
        tokens.createIndex(
                Indexes.compoundIndex(Indexes.ascending(ACCOUNT), Indexes.descending(USED_AT)),
                new IndexOptions().name("account_usedAt"));
        // listNamed(): those of programs
        tokens.createIndex(
                Indexes.compoundIndex(Indexes.ascending(KIND), Indexes.descending(ISSUED_AT, ID)),
                new IndexOptions().name("kind_issuedAt"));
    }

    void put(Token token) {
        tokens.replaceOne(Filters.eq(ID, token.hash()), document(token), new ReplaceOptions().upsert(true));
    }

    /** @param from hash of the address that asked for it */
    void putSandbox(Token token, String from) {
        tokens.insertOne(document(token).append(FROM, from));
    }

    private static Document document(Token token) {
        var about = token.about();
        return new Document(ID, token.hash())
                .append(ACCOUNT, token.account())
                .append(KIND, token.kind().name())
                .append(EXPIRES_AT, Date.from(token.expiresAt()))
                .append(USED_AT, Date.from(token.usedAt()))
                .append(USED, token.used())
                .append(ISSUED_AT, Values.date(about.issuedAt()))
                .append(
                        BROWSER,
                        about.browser() == null ? null : about.browser().stored())
                .append(NAME, about.name())
                .append(LIMIT, about.limit().name())
                .append(KEY, about.key())
                .append(ISSUED_BY, about.issuedBy());
    }

    Optional<Token> find(String hash, Instant now) {
        var valid = Filters.and(Filters.eq(ID, hash), Filters.gt(EXPIRES_AT, Date.from(now)));
        return Optional.ofNullable(tokens.find(valid).first()).map(TokenStore::read);
    }

    void use(String hash, Instant usedAt, Instant expiresAt) {
        tokens.updateOne(
                Filters.eq(ID, hash),
                Updates.combine(
                        Updates.set(USED, true),
                        Updates.max(USED_AT, Date.from(usedAt)),
                        Updates.max(EXPIRES_AT, Date.from(expiresAt))));
    }

    void delete(String hash) {
        tokens.deleteOne(Filters.eq(ID, hash));
    }

    /** Devices of an account, the one used last first. */
    List<Token> listDevices(String account, int limit, Instant now) {
        return Found.all(
                tokens.find(Filters.and(
                                Filters.eq(ACCOUNT, account),
                                Filters.eq(KIND, TokenKind.DEVICE.name()),
                                Filters.gt(EXPIRES_AT, Date.from(now))))
                        .sort(Sorts.descending(USED_AT))
                        .limit(limit),
                TokenStore::read);
    }

    /** Ends tokens of an account: all or those of a kind, but one if it is named. */
    void deleteOf(String account, @Nullable TokenKind kind, @Nullable String keptHash) {
        var filters = new ArrayList<Bson>(List.of(Filters.eq(ACCOUNT, account)));
        if (kind != null) {
            filters.add(Filters.eq(KIND, kind.name()));
        }
        if (keptHash != null) {
            filters.add(Filters.ne(ID, keptHash));
        }
        tokens.deleteMany(Filters.and(filters));
    }

    /** Tokens of programs, the newest first. */
    List<Token> listNamed(Optional<String> account, PageRequest page, Instant now) {
        var filters = new ArrayList<Bson>(List.of(
                Filters.in(KIND, List.of(TokenKind.SUPPLIER.name(), TokenKind.DEVELOPER.name())),
                Filters.gt(EXPIRES_AT, Date.from(now)),
                NEWEST.after(page.after().map(Keyset.Place::ofInstant))));
        account.ifPresent(id -> filters.add(Filters.eq(ACCOUNT, id)));
        return Found.all(tokens.find(Filters.and(filters)).sort(NEWEST.sort()).limit(page.limit()), TokenStore::read);
    }

    /** Tokens of the programs of one account; a few. */
    List<Token> listNamedOf(String account, Instant now) {
        return Found.all(
                tokens.find(Filters.and(
                        Filters.eq(ACCOUNT, account),
                        Filters.ne(KIND, TokenKind.DEVICE.name()),
                        Filters.gt(EXPIRES_AT, Date.from(now)))),
                TokenStore::read);
    }

    long count(String account, Instant now) {
        return listNamedOf(account, now).size();
    }

    /** Takes away tokens of an account that have ended, where the database does not do that by itself. */
    void deleteEnded(String account, Instant now) {
        tokens.deleteMany(Filters.and(Filters.eq(ACCOUNT, account), Filters.lte(EXPIRES_AT, Date.from(now))));
    }

    /** How many sandbox tokens there are, and how many of them for one address. */
    SandboxCounts countSandbox(String account, String from) {
        var all = tokens.countDocuments(Filters.eq(ACCOUNT, account));
        return new SandboxCounts(
                all, tokens.countDocuments(Filters.and(Filters.eq(ACCOUNT, account), Filters.eq(FROM, from))));
    }

    /** The token of an account that was made under a client's id. */
    Optional<Token> findByKey(String account, String key) {
        return Optional.ofNullable(tokens.find(Filters.and(Filters.eq(ACCOUNT, account), Filters.eq(KEY, key)))
                        .first())
                .map(TokenStore::read);
    }

    private static Token read(Document stored) {
        var browser = stored.getString(BROWSER);
        var limit = stored.getString(LIMIT);
        return new Token(
                stored.getString(ID),
                stored.getString(ACCOUNT),
                TokenKind.valueOf(stored.getString(KIND)),
                Values.instant(stored, EXPIRES_AT),
                Values.instant(stored, USED_AT),
                stored.getBoolean(USED, true),
                new About(
                        Values.findInstant(stored, ISSUED_AT),
                        browser == null ? null : Browser.read(browser),
                        stored.getString(NAME),
                        limit == null ? Limit.NONE : Limit.valueOf(limit),
                        stored.getString(KEY),
                        stored.getString(ISSUED_BY)));
    }

    /** How many tokens there are of the sandbox, and how many of them for one address. */
    record SandboxCounts(long all, long fromAddress) {}

    /**
     * A token as it is kept.
     *
     * @param hash SHA-256 of the token, in hexadecimal digits
     * @param account raw id of the account that it signs in
     * @param usedAt last use, to the hour; when it was made if it was never used
     * @param used whether it was ever used
     */
    record Token(
            String hash, String account, TokenKind kind, Instant expiresAt, Instant usedAt, boolean used, About about) {

        /** Raw id by which people speak of it: what is derived from the hash signs nobody in, and is no way to the document. */
        String id() {
            return Sha256.of("id of " + hash).substring(0, 32);
        }
    }

    /**
     * What people see of a token.
     *
     * @param issuedAt when it was made; null for those of before
     * @param browser what signed in; null for tokens of programs
     * @param name what it is called; null for devices
     * @param key the client's id of what made it; null if nobody asked by the API
     * @param issuedBy name of whoever made it; null for devices
     */
    record About(
            @Nullable Instant issuedAt,
            @Nullable Browser browser,
            @Nullable String name,
            Limit limit,
            @Nullable String key,
            @Nullable String issuedBy) {}
}
