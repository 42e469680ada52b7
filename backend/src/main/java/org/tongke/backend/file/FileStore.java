package org.tongke.backend.file;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.inspection.MediaType;

/**
 * The collection {@code files}. Written once, but for when it was last sent: the same bytes always give the same document. Shard key: {@code _id}, the only thing
 * that files are looked up by.
 */
@Component
class FileStore {
    static final String COLLECTION = "files";

    private static final String ID = "_id";
    private static final String SHA256 = "sha256";
    private static final String NAME = "name";
    private static final String MEDIA_TYPE = "mediaType";
    private static final String SHOWN_TYPE = "shownType";
    private static final String SIZE_BYTES = "sizeBytes";
    private static final String WIDTH = "widthPixels";
    private static final String HEIGHT = "heightPixels";
    private static final String PAGES = "pages";
    private static final String TAKEN_AT = "takenAt";
    private static final String THUMBNAIL = "thumbnail";
    private static final String GONE = "gone";
    private static final String STORED_AT = "storedAt";
    /** When its bytes were last sent; missing in what was sent before that was written down. */
    private static final String SENT_AT = "sentAt";

    private final MongoCollection<Document> files;

    FileStore(MongoDatabase database) {
        files = database.getCollection(COLLECTION);
    }

    /** Writes a file down, unless it is there; it lies at the places of those for whom it is sent now, too. */
    void put(StoredFile file, Instant now) {
        var updates = new ArrayList<Bson>();
        write(file).forEach((name, value) -> updates.add(Updates.setOnInsert(name, value)));
        updates.add(Updates.setOnInsert(STORED_AT, Date.from(now)));
        updates.add(Updates.set(SENT_AT, Date.from(now)));
        // whose bytes were kept no longer, and which is sent once more
        updates.add(Updates.unset(GONE));
        updates.add(Updates.addEachToSet(Scope.PLACES, List.copyOf(file.places())));
        files.updateOne(Filters.eq(ID, file.id()), Updates.combine(updates), new UpdateOptions().upsert(true));
    }

    /** Lets a file lie at more places. Repeating it changes nothing. */
    void addPlaces(String id, Collection<String> places) {
        files.updateOne(Filters.eq(ID, id), Updates.addEachToSet(Scope.PLACES, List.copyOf(places)));
    }

    Optional<StoredFile> find(String id, Scope scope) {
        return Optional.ofNullable(files.find(scope.and(Filters.eq(ID, id))).first())
                .map(FileStore::read);
    }

    List<StoredFile> findAll(Collection<String> ids, Scope scope) {
        return Found.all(files.find(scope.and(Filters.in(ID, ids))), FileStore::read);
    }

    /** Files whose bytes are there, in the order of their ids, after one of these. */
    List<StoredFile> listKept(String afterId, int limit) {
        return Found.all(
                files.find(Filters.and(Filters.gt(ID, afterId), Filters.ne(GONE, true)))
                        .sort(Sorts.ascending(ID))
                        .limit(limit),
                FileStore::read);
    }

    /** Shared files whose bytes are there and were last sent before a time, in the order of their ids, after one of these. */
    List<StoredFile> listShared(String afterId, Instant sentBefore, int limit) {
        var after = afterId.isEmpty() ? StoredFile.idOf(StoredFile.SHARED, "") : afterId;
        return Found.all(
                files.find(Filters.and(
                                Filters.gt(ID, after),
                                Filters.lt(ID, StoredFile.idOf(StoredFile.SHARED, "~")),
                                Filters.ne(GONE, true),
                                Filters.lt(SENT_AT, Date.from(sentBefore))))
                        .sort(Sorts.ascending(ID))
                        .limit(limit),
                FileStore::read);
    }

    void markGone(String id) {
        files.updateOne(Filters.eq(ID, id), Updates.set(GONE, true));
    }

    private static Document write(StoredFile file) {
        return new Document(SHA256, file.sha256())
                .append(NAME, file.name())
                .append(MEDIA_TYPE, file.mediaType().name())
                .append(SHOWN_TYPE, file.shownType().name())
                .append(SIZE_BYTES, file.sizeBytes())
                .append(WIDTH, file.widthPixels())
                .append(HEIGHT, file.heightPixels())
                .append(PAGES, file.pages())
                .append(TAKEN_AT, Values.date(file.takenAt()))
                .append(THUMBNAIL, file.hasThumbnail());
    }

    private static StoredFile read(Document stored) {
        return new StoredFile(
                stored.getString(ID),
                stored.getString(SHA256),
                stored.getString(NAME),
                MediaType.valueOf(stored.getString(MEDIA_TYPE)),
                MediaType.valueOf(stored.getString(SHOWN_TYPE)),
                stored.get(SIZE_BYTES, Number.class).longValue(),
                stored.getInteger(WIDTH),
                stored.getInteger(HEIGHT),
                stored.getInteger(PAGES),
                Values.findInstant(stored, TAKEN_AT),
                // before documents had one, it went without saying
                stored.getBoolean(THUMBNAIL, stored.getInteger(WIDTH) != null),
                stored.getBoolean(GONE, false),
                stored.getList(Scope.PLACES, String.class, List.of()));
    }
}
