package org.tongke.backend.file;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** The collection {@code file_views}: only ever added to. Shard key: {@code file}, by which it is listed. */
@Component
class FileViewStore {
    static final String LIST = "fileViews";

    private static final String ID = "_id";
    private static final String FILE = "file";
    private static final String COMMUNITY = "community";
    private static final String ACCOUNT = "account";
    private static final String NAME = "name";
    private static final String AT = "at";
    private static final String FROM = "from";
    private static final Keyset NEWEST_FIRST = new Keyset(AT, false);

    private final MongoCollection<Document> views;

    FileViewStore(MongoDatabase database) {
        views = database.getCollection("file_views");
        // listEach(): a file's views, the newest first
        views.createIndex(
                Indexes.compoundIndex(Indexes.ascending(FILE), Indexes.descending(AT, ID)),
                new IndexOptions().name("file_at"));
    }

    void add(StoredFile file, Viewer viewer, String from, Instant now) {
        views.insertOne(new Document(ID, UUID.randomUUID().toString())
                .append(FILE, file.id())
                .append(COMMUNITY, file.communityId())
                .append(ACCOUNT, viewer.requireAccount())
                .append(NAME, viewer.name())
                .append(AT, Date.from(now))
                .append(FROM, from)
                .append(Scope.PLACES, List.copyOf(file.places())));
    }

    /** The same page for each of some files, by file. One round trip, whatever their number. */
    Map<String, List<FileView>> listEach(Collection<String> fileIds, PageRequest page, Scope scope) {
        return Found.firstOfEach(
                views,
                List.of(Aggregates.match(onPage(fileIds, page, scope))),
                NEWEST_FIRST.sort(),
                FILE,
                fileIds.size(),
                page.limit(),
                FileViewStore::read);
    }

    private static Bson onPage(Collection<String> fileIds, PageRequest page, Scope scope) {
        return Filters.and(
                scope.filter(),
                Filters.in(FILE, fileIds),
                NEWEST_FIRST.after(page.after().map(Keyset.Place::ofInstant)));
    }

    static Cursor cursorOf(FileView view) {
        return Cursor.of(LIST, view.viewedAt().toString(), view.id());
    }

    private static FileView read(Document stored) {
        return new FileView(
                stored.getString(ID), stored.getString(NAME), stored.getDate(AT).toInstant(), stored.getString(FROM));
    }
}
