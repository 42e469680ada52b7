package org.tongke.backend.base.feed;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The clock of the database, which stamps facts. */
public final class DatabaseClock {
    private final MongoDatabase database;
    private @Nullable Server server;

    DatabaseClock(MongoDatabase database) {
        this.database = database;
    }

    /** What time it is there. One round trip, and at the first time another one. */
    public Instant now() {
        return server().now();
    }

    private synchronized Server server() {
        if (server == null) {
            server = new Server(database);
        }
        return server;
    }
}
