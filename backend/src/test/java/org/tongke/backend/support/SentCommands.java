package org.tongke.backend.support;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Commands that a thread sends to the database: how many round trips something takes, and which way the database goes to answer
 * them. Other threads, as those of the feed, are not looked at.
 */
public final class SentCommands implements CommandListener {
    private static final Set<String> LOOKED_AT =
            Set.of("find", "getMore", "aggregate", "count", "distinct", "insert", "update", "delete", "findAndModify");

    private final ThreadLocal<@Nullable List<BsonDocument>> sent = new ThreadLocal<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var here = sent.get();
        if (here != null && LOOKED_AT.contains(event.getCommandName())) {
            // the event's document is gone when the command is sent
            here.add(BsonDocument.parse(event.getCommand().toJson()));
        }
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

    /** How many round trips something takes. */
    public int countDuring(Runnable something) {
        return during(something).size();
    }

    /** Stages of the plans by which a real mongod answers a command, as in {@code IXSCAN} or {@code COLLSCAN}. */
    public static List<String> stages(MongoDatabase database, BsonDocument command) {
        var bare = command.clone();
        List.of("$db", "lsid", "txnNumber", "$clusterTime", "$readPreference").forEach(bare::remove);
        var plan = database.runCommand(
                new Document("explain", bare).append("verbosity", "queryPlanner"), BsonDocument.class);
        var stages = new ArrayList<String>();
        collect(plan.getDocument("queryPlanner").getDocument("winningPlan"), stages);
        return stages;
    }

    private static void collect(BsonValue part, List<String> stages) {
        if (part.isDocument()) {
            part.asDocument().forEach((name, value) -> {
                if (name.equals("stage")) {
                    stages.add(value.asString().getValue());
                }
                collect(value, stages);
            });
        } else if (part.isArray()) {
            part.asArray().forEach(value -> collect(value, stages));
        }
    }
}
