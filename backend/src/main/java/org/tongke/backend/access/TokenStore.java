package org.tongke.backend.access;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The collection {@code tokens}: of each token its SHA-256 as {@code _id}, never the token. Shard key: {@code _id}. Read by the
 * system to find out who asks: no scope.
 */
@Component
class TokenStore {
    private static final String ID = "_id";
    private static final String ACCOUNT = "account";
    private static final String KIND = "kind";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String USED_AT = "usedAt";

    private final MongoCollection<Document> tokens;

    TokenStore(MongoDatabase database) {
        tokens = database.getCollection("tokens");
        // mongod takes expired tokens away; find() does not count on it
        tokens.createIndex(
                Indexes.ascending(EXPIRES_AT),
                new IndexOptions().name("expiresAt").expireAfter(0L, TimeUnit.SECONDS));
    }

    void put(Token token) {
        var document = new Document(ID, token.hash())
                .append(ACCOUNT, token.account())
                .append(KIND, token.kind().name())
                .append(EXPIRES_AT, Date.from(token.expiresAt()))
                .append(USED_AT, Date.from(token.usedAt()));
        tokens.replaceOne(Filters.eq(ID, token.hash()), document, new ReplaceOptions().upsert(true));
    }

    Optional<Token> find(String hash, Instant now) {
        var valid = Filters.and(Filters.eq(ID, hash), Filters.gt(EXPIRES_AT, Date.from(now)));
        return Optional.ofNullable(tokens.find(valid).first()).map(TokenStore::read);
    }

    void use(String hash, Instant usedAt, Instant expiresAt) {
        tokens.updateOne(
                Filters.eq(ID, hash),
                Updates.combine(
                        Updates.max(USED_AT, Date.from(usedAt)), Updates.max(EXPIRES_AT, Date.from(expiresAt))));
    }

    void delete(String hash) {
        tokens.deleteOne(Filters.eq(ID, hash));
    }

    private static Token read(Document stored) {
        return new Token(
                stored.getString(ID),
                stored.getString(ACCOUNT),
                TokenKind.valueOf(stored.getString(KIND)),
                stored.getDate(EXPIRES_AT).toInstant(),
                stored.getDate(USED_AT).toInstant());
    }

    /**
     * A token as it is kept.
     *
     * @param hash SHA-256 of the token, in hexadecimal digits
     * @param account raw id of the account that it signs in
     * @param usedAt last use, to the hour
     */
    record Token(String hash, String account, TokenKind kind, Instant expiresAt, Instant usedAt) {}
}
