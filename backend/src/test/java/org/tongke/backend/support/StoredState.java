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

/**
 * What stands in the database, apart from what is written there by the clock and by those who follow the feed.
 *
 * @param hashes of what stands in each collection
 * @param tickets what stands in each ticket, by id, but for what the sweep writes, which comes by the clock
 */
public record StoredState(Map<String, Integer> hashes, Map<String, Document> tickets) {
    private static final String TICKETS = "tickets";
    private static final List<String> SWEPT = List.of("state", "nextDueAt", "partsId");
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
        return new StoredState(hashes, tickets(database));
    }

    private static Map<String, Document> tickets(MongoDatabase database) {
        var tickets = new TreeMap<String, Document>();
        for (var ticket : database.getCollection(TICKETS).find()) {
            SWEPT.forEach(ticket::remove);
            tickets.put(ticket.getString("_id"), ticket);
        }
        return tickets;
    }

    private static String write(Document document) {
        return document.toJson(JsonWriterSettings.builder().build());
    }

    /** Collections in which something else stands than before. */
    public List<String> changedSince(StoredState before) {
        return hashes.keySet().stream()
                .filter(name -> !Objects.equals(hashes.get(name), before.hashes.get(name)))
                .filter(name -> !name.equals(TICKETS) || !isSwept(before))
                .toList();
    }

    /** Whether all that became of the tickets before is what the sweep does, which deletes some. */
    private boolean isSwept(StoredState before) {
        return before.tickets.entrySet().containsAll(tickets.entrySet());
    }
}
