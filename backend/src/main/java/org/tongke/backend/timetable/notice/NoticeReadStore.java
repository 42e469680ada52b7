package org.tongke.backend.timetable.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ChangePlace;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.Origin;

/**
 * The collection {@code noticeReads}: how far an account has read, one document an account, which is its {@code _id} and all that
 * its queries ask by; that is also the scope. Shard key: {@code _id}. It follows the form of facts, so that open pages hear of it, but
 * is no {@link org.tongke.backend.base.mongo.FactCollection}: that somebody read something is nothing to audit.
 */
@Component
class NoticeReadStore {
    static final String COLLECTION = "noticeReads";

    private static final String ID = "_id";
    private static final String UP_TO = "upTo";
    private static final String ACTIVITY = "activity";
    private static final String CHANGE = "change";

    private final MongoCollection<Document> reads;

    NoticeReadStore(MongoDatabase database) {
        reads = database.getCollection(COLLECTION);
        reads.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    /**
     * How far an account has read.
     *
     * @param upTo place of the newest notice that was read
     * @param revision how often it was written
     */
    record Read(ChangePlace upTo, long revision) {}

    Optional<Read> find(String account) {
        return Optional.ofNullable(reads.find(Filters.eq(ID, account)).first()).map(NoticeReadStore::read);
    }

    /** Writes how far an account has read, if it still stands as it was read. */
    boolean put(String account, Read read, Origin by, Instant now) {
        var upTo = read.upTo();
        return Fact.put(
                reads,
                account,
                new Document(UP_TO, Date.from(upTo.recordedAt()))
                        .append(ACTIVITY, upTo.activityId())
                        .append(CHANGE, upTo.revision()),
                read.revision(),
                List.of(touchOf(account)),
                by,
                now,
                List.of());
    }

    /** The key by which open pages of an account learn that it has read. Not the account's own: nothing that it follows has changed. */
    static String touchOf(String account) {
        return "read:" + account;
    }

    private static Read read(Document stored) {
        var upTo = new ChangePlace(
                stored.getDate(UP_TO).toInstant(),
                stored.getString(ACTIVITY),
                stored.get(CHANGE, Number.class).longValue());
        return new Read(upTo, Fact.revisionOf(stored));
    }
}
