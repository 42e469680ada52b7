package org.tongke.backend.support;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Commands that a thread, or the requests of a moment, send to the database: how many round trips something takes, and which way the
 * database goes to answer them. Threads of the feed are not looked at.
 */
public final class SentCommands implements CommandListener {
    private static final Set<String> LOOKED_AT =
            Set.of("find", "getMore", "aggregate", "count", "distinct", "insert", "update", "delete", "findAndModify");

    /** Threads that do not work for a request: they follow the feed, serve open pages, do what is due. */
    private static final Pattern BACKGROUND = Pattern.compile("(feed|live|scheduling|activity|subscriptions)-.*");

    private final ThreadLocal<@Nullable List<BsonDocument>> sent = new ThreadLocal<>();
    private volatile @Nullable List<BsonDocument> sentByRequests;

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (LOOKED_AT.contains(event.getCommandName())) {
            var here = sent.get();
            if (here != null) {
                here.add(copy(event));
            }
            var byRequests = sentByRequests;
            if (byRequests != null
                    && !BACKGROUND.matcher(Thread.currentThread().getName()).matches()) {
                byRequests.add(copy(event));
            }
        }
    }

    /** The event's document is gone when the command is sent. */
    private static BsonDocument copy(CommandStartedEvent event) {
        return BsonDocument.parse(event.getCommand().toJson());
    }

    /** Commands that something sends, in their order. */
    public List<BsonDocument> during(Runnable something) {
        var here = new ArrayList<BsonDocument>();
        sent.set(here);
        try {
            something.run();
        } finally {
            sent.remove();
        }
        return here;
    }

    /**
     * Commands that the application sends for requests while something runs, whichever threads work for them. To be used when nobody
     * else asks.
     */
    public List<BsonDocument> ofRequests(Runnable something) {
        var here = new CopyOnWriteArrayList<BsonDocument>();
        sentByRequests = here;
        try {
            something.run();
        } finally {
            sentByRequests = null;
        }
        return here;
    }

    /** How many round trips something takes. */
    public int countDuring(Runnable something) {
        return during(something).size();
    }

    /** Stages of the plans by which a real mongod answers a command, as in {@code IXSCAN} or {@code COLLSCAN}. */
    public static List<String> stages(MongoDatabase database, BsonDocument command) {
        return planned(database, command, "stage");
    }

    /** Names of the indexes by which a real mongod answers a command. */
    public static List<String> indexes(MongoDatabase database, BsonDocument command) {
        return planned(database, command, "indexName");
    }

    private static List<String> planned(MongoDatabase database, BsonDocument command, String what) {
        var bare = command.clone();
        List.of("$db", "lsid", "txnNumber", "$clusterTime", "$readPreference").forEach(bare::remove);
        var plan = database.runCommand(
                new Document("explain", bare).append("verbosity", "queryPlanner"), BsonDocument.class);
        // an aggregation that does more than find has its plan in its first stage
        var planner = plan.containsKey("queryPlanner")
                ? plan
                : plan.getArray("stages").getFirst().asDocument().getDocument("$cursor");
        var found = new ArrayList<String>();
        collect(planner.getDocument("queryPlanner").getDocument("winningPlan"), what, found);
        return found;
    }

    private static void collect(BsonValue part, String what, List<String> found) {
        if (part.isDocument()) {
            part.asDocument().forEach((name, value) -> {
                if (name.equals(what)) {
                    found.add(value.asString().getValue());
                }
                collect(value, what, found);
            });
        } else if (part.isArray()) {
            part.asArray().forEach(value -> collect(value, what, found));
        }
    }
}
