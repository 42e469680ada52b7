package org.tongke.backend.timetable;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
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
        var isFirst = after.revision() == 1;
        var write = Fact.write(
                TimetableDocument.write(after),
                after.revision(),
                List.of(touchOf(after.account())),
                by,
                now,
                isFirst ? List.of() : List.of(change));
        try {
            var done = timetables.updateOne(standing(after), write, new UpdateOptions().upsert(isFirst));
            return done.getMatchedCount() == 1 || done.getUpsertedId() != null;
        } catch (MongoWriteException failure) {
            if (ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false; // another device made the first edit
            }
            throw failure;
        }
    }

    /** The key by which open pages of an account learn that its timetable was edited. */
    static String touchOf(String account) {
        return "account:" + account;
    }

    private static Bson standing(Timetable after) {
        var unchanged = after.revision() == 1
                ? Filters.exists(Fact.REVISION, false)
                : Filters.eq(Fact.REVISION, after.revision() - 1);
        return Filters.and(Filters.eq(TimetableDocument.ID, after.account()), unchanged);
    }
}
