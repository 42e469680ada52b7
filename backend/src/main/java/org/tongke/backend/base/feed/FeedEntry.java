package org.tongke.backend.base.feed;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.who.Scope;

/**
 * A fact that was written.
 *
 * @param collection where it stands
 * @param document the fact as it stands now, which may be newer than the write that is told of
 */
public record FeedEntry(String collection, Document document) {

    /** Raw id of the fact. */
    public String id() {
        return document.getString("_id");
    }

    /** Revision of the fact. */
    public long revision() {
        return Fact.revisionOf(document);
    }

    /** When the fact was last written, by the database's clock: a place in the order of the feed, not a time for people. */
    public Instant changedAt() {
        return document.getDate(Fact.CHANGED_AT).toInstant();
    }

    /** Channels and communities of its state before and after the last write. */
    public List<String> touches() {
        return document.getList(Fact.TOUCHES, String.class, List.of());
    }

    /** Keys of the schools and regions, with all ancestors, where the fact lies now; empty if it is not bound to a place. */
    public List<String> places() {
        return document.getList(Scope.PLACES, String.class, List.of());
    }
}
