package org.tongke.backend.file;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.inspection.Content;

/**
 * The collection {@code file_origins}: what cameras wrote into pictures, by the file's id. Apart from {@code files}, so that whoever reads
 * or copies those has no positions of persons. Shard key: {@code _id}, the only thing that they are looked up by.
 */
@Component
class FileOriginStore {
    private static final String ID = "_id";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final String DEVICE = "device";

    private final MongoCollection<Document> origins;

    FileOriginStore(MongoDatabase database) {
        origins = database.getCollection("file_origins");
    }

    /** Writes down what a camera said, if it said anything. The same bytes always say the same. */
    void put(StoredFile file, Content.Picture picture) {
        var position = picture.position();
        if (position == null && picture.device() == null) {
            return;
        }
        var written = new Document(ID, file.id())
                .append(LATITUDE, position == null ? null : position.latitude())
                .append(LONGITUDE, position == null ? null : position.longitude())
                .append(DEVICE, picture.device())
                .append(Scope.PLACES, List.copyOf(file.places()));
        origins.replaceOne(Filters.eq(ID, file.id()), written, new ReplaceOptions().upsert(true));
    }

    /** By the file's id; those of which nothing is said are missing. One round trip. */
    Map<String, FileOrigin> findAll(Collection<String> fileIds, Scope scope) {
        var found = new HashMap<String, FileOrigin>();
        origins.find(scope.and(Filters.in(ID, fileIds)))
                .batchSize(fileIds.size() + 1)
                .forEach(stored -> found.put(
                        stored.getString(ID),
                        new FileOrigin(
                                stored.getDouble(LATITUDE), stored.getDouble(LONGITUDE), stored.getString(DEVICE))));
        return found;
    }

    void delete(String fileId) {
        origins.deleteOne(Filters.eq(ID, fileId));
    }
}
