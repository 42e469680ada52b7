package org.tongke.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs each command through the {@link Journal}, so that its answer leaves only when what it wrote is safe. */
final class DurableBackend extends H2Backend {

    private static final Logger LOG = LoggerFactory.getLogger(DurableBackend.class);

    /** Commands that change nothing. All others are taken to change something: wrong costs time, not data. */
    private static final Set<String> READING = Set.of(
            "aggregate",
            "buildinfo",
            "count",
            "distinct",
            "endsessions",
            "find",
            "getlasterror",
            "getmore",
            "hello",
            "ismaster",
            "killcursors",
            "listcollections",
            "listindexes",
            "ping");

    private final MVStore store;
    private final Journal journal;

    DurableBackend(MVStore store, Journal journal) {
        // before the store opens the databases that are there
        this.store = store;
        this.journal = journal;
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, store, getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        try {
            return READING.contains(name) && !writesItsResult(query)
                    ? journal.read(() -> answer(channel, database, name, command, query))
                    : journal.change(() -> answer(channel, database, name, command, query));
        } catch (MongoServerException refusal) {
            return refused(command, refusal);
        }
    }

    /** Answers are copied while nothing changes: the store hands out the very documents that later updates edit in place. */
    private Document answer(Channel channel, String database, String name, String command, Document query) {
        if (name.equals("hello")) {
            return super.handleCommand(channel, database, "isMaster", query).append("isWritablePrimary", true);
        }
        var flat = FlatFilters.in(query);
        return IndexedCollection.aggregate(flat, () -> super.handleCommand(channel, database, command, flat))
                .cloneDeeply();
    }

    private static boolean writesItsResult(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    /** The answer that the wire handler would give, without its stack trace in the log: refusing is everyday work. */
    private static Document refused(String command, MongoServerException refusal) {
        LOG.debug("Refused {}", command, refusal);
        var answer = new Document("errmsg", refusal.getMessageWithoutErrorCode());
        if (refusal instanceof MongoServerError error) {
            answer.append("code", error.getCode()).append("codeName", error.getCodeName());
        }
        return answer.append("ok", 0);
    }

    @Override
    public void close() {
        journal.close();
        super.close();
    }
}
