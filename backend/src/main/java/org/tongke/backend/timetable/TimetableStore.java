package org.tongke.backend.timetable;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;

/**
 * The collection {@code timetables}: one document an account, which is its {@code _id} and all that its queries ask by. That is
 * also the scope: nobody reads or writes a timetable but its own account. Shard key: {@code _id}, since every query names it.
 */
@Component
class TimetableStore {
    static final String COLLECTION = "timetables";

    private final MongoCollection<Document> timetables;

    TimetableStore(MongoDatabase database) {
        timetables = database.getCollection(COLLECTION);
        timetables.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    Optional<Timetable> find(String account) {
        return Optional.ofNullable(timetables
                        .find(Filters.eq(TimetableDocument.ID, account))
                        .projection(TimetableDocument.READ)
                        .first())
                .map(TimetableDocument::read);
    }

    /**
     * Writes the next state of a timetable, if it still stands as it was read: so the limit, which was checked on that state,
     * holds for whatever several devices do at once. All that an account can edit stands in its one document.
     *
     * @return whether it was written; if not, somebody else did, and it must be read again
     */
    boolean put(Timetable after, FieldChange change, Origin by, Instant now) {
        return Fact.put(
                timetables,
                after.account(),
                TimetableDocument.write(after),
                after.revision(),
                List.of(touchOf(after.account())),
                by,
                now,
                after.revision() == 1 ? List.of() : List.of(change));
    }

    /** The key by which open pages of an account learn that its timetable was edited. */
    static String touchOf(String account) {
        return "account:" + account;
    }
}
