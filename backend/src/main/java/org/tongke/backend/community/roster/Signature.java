package org.tongke.backend.community.roster;

import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.who.Viewer;

/**
 * Who did something, when, and why.
 *
 * @param at when
 * @param account raw id of the account
 * @param name name as it was shown then
 * @param reason what was said for it; null where nothing needs to be said
 */
public record Signature(
        Instant at, String account, String name, @Nullable String reason) {

    static Signature of(Viewer viewer, Instant at, @Nullable String reason) {
        return new Signature(at, viewer.requireAccount(), viewer.name(), reason);
    }

    Document toDocument() {
        return new Document("at", Values.date(at))
                .append("account", account)
                .append("name", name)
                .append("reason", reason);
    }

    static Signature from(Document stored) {
        return new Signature(
                Values.instant(stored, "at"),
                stored.getString("account"),
                stored.getString("name"),
                stored.getString("reason"));
    }
}
