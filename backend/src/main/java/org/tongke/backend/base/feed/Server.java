package org.tongke.backend.base.feed;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import org.bson.Document;

/** The server behind the database: what it can do, and what time it is there. */
final class Server {
    private final MongoDatabase database;
    private final Document greeting;

    Server(MongoDatabase database) {
        this.database = database;
        greeting = knowsHello(database) ? new Document("hello", 1) : new Document("isMaster", 1);
    }

    private static boolean knowsHello(MongoDatabase database) {
        try {
            database.runCommand(new Document("hello", 1));
            return true;
        } catch (MongoCommandException unknownToTheEmbeddedStore) {
            return false;
        }
    }

    /** Whether it has change streams: a member of a replica set, or the router of a sharded cluster. */
    boolean hasChangeStreams() {
        var answer = database.runCommand(greeting);
        return answer.containsKey("setName") || "isdbgrid".equals(answer.get("msg"));
    }

    /** Its clock, which stamps facts and by which leases end. */
    Instant now() {
        return database.runCommand(greeting).getDate("localTime").toInstant();
    }
}
