package org.tongke.backend.base.feed;

import java.util.List;
import org.bson.Document;
import org.tongke.backend.base.mongo.Fact;

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
        return document.get(Fact.REVISION, Number.class).longValue();
    }

    /** Channels and communities of its state before and after the last write. */
    public List<String> touches() {
        return document.getList(Fact.TOUCHES, String.class, List.of());
    }
}
