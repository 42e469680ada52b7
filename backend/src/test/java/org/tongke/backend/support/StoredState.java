package org.tongke.backend.support;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.json.JsonWriterSettings;

/** What stands in the database, apart from what is written there by the clock and by those who follow the feed. */
public record StoredState(Map<String, Integer> hashes) {
    private static final Set<String> FOLLOWING =
            Set.of("feed_positions", "audit_entries", "audit_seals", "progress", "tokens", "signInTries");

    /** The state now. */
    public static StoredState of(MongoDatabase database) {
        var hashes = new TreeMap<String, Integer>();
        for (var name : database.listCollectionNames()) {
            if (!FOLLOWING.contains(name) && !name.startsWith("system.")) {
                var documents = new ArrayList<String>();
                database.getCollection(name).find().map(StoredState::write).into(documents);
                documents.sort(null);
                hashes.put(name, documents.hashCode());
            }
        }
        return new StoredState(hashes);
    }

    private static String write(Document document) {
        return document.toJson(JsonWriterSettings.builder().build());
    }

    /** Collections in which something else stands than before. */
    public List<String> changedSince(StoredState before) {
        return hashes.keySet().stream()
                .filter(name -> !Objects.equals(hashes.get(name), before.hashes.get(name)))
                .toList();
    }
}
