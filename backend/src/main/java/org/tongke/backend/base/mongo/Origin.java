package org.tongke.backend.base.mongo;

import org.bson.Document;
import org.tongke.backend.base.who.Viewer;

/**
 * Who wrote, and from where.
 *
 * @param account raw id of the account, or {@code system} for the system's own work
 * @param name name as it was shown then
 * @param source where it came from, as in {@code graphql}, {@code demo}, {@code feed}
 */
public record Origin(String account, String name, String source) {

    /** A write that somebody asked for through the API. */
    public static Origin of(Viewer viewer) {
        return new Origin(viewer.requireAccount(), viewer.name(), "graphql");
    }

    /** The system's own work. */
    public static Origin system(String source) {
        return new Origin("system", "", source);
    }

    /** As it is stored. */
    public Document toDocument() {
        return new Document("account", account).append("name", name).append("source", source);
    }

    /** As it was stored. */
    public static Origin from(Document stored) {
        return new Origin(stored.getString("account"), stored.getString("name"), stored.getString("source"));
    }
}
