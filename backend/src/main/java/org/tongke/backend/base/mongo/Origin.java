package org.tongke.backend.base.mongo;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.who.Viewer;

/**
 * Who wrote, and from where.
 *
 * @param account raw id of the account, or {@code system} for the system's own work
 * @param name name as it was shown then
 * @param source where it came from, as in {@code graphql}, {@code demo}, {@code feed}
 * @param address network address that asked for it; null for the system's own work
 */
public record Origin(
        String account,
        String name,
        String source,
        @Nullable String address) {
    /** A write of which no address is known. */
    public Origin(String account, String name, String source) {
        this(account, name, source, null);
    }

    /** A write that somebody asked for through the API. */
    public static Origin of(Viewer viewer) {
        return of(viewer, viewer.name(), "graphql");
    }

    /**
     * A write that somebody asked for.
     *
     * @param name name as it is to be shown
     */
    public static Origin of(Viewer viewer, String name, String source) {
        return new Origin(viewer.requireAccount(), name, source, viewer.address());
    }

    /** The system's own work. */
    public static Origin system(String source) {
        return new Origin("system", "", source);
    }

    /** As it is stored. */
    public Document toDocument() {
        var stored = new Document("account", account).append("name", name).append("source", source);
        return address == null ? stored : stored.append("address", address);
    }

    /** As it was stored. */
    public static Origin from(Document stored) {
        return new Origin(
                stored.getString("account"),
                stored.getString("name"),
                stored.getString("source"),
                stored.getString("address"));
    }
}
