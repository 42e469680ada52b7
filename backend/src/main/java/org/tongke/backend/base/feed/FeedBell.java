package org.tongke.backend.base.feed;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wakes those who scan for changes when this process has written. It hears the writes from the driver, so that no store has to
 * tell it. What other processes write it does not hear.
 */
public final class FeedBell implements CommandListener {
    private static final Set<String> WRITES = Set.of("insert", "update", "findAndModify", "delete");

    private final Set<Ear> ears = ConcurrentHashMap.newKeySet();
    /** Collections of the writes that are under way, by the driver's request id. */
    private final Map<Integer, String> underWay = new ConcurrentHashMap<>();

    /** Says that something was written to a collection. */
    public void ring(String collection) {
        ears.forEach(ear -> ear.hear(collection));
    }

    /** Begins to listen for writes to collections. */
    Ear listen(Set<String> collections) {
        var ear = new Ear(collections);
        ears.add(ear);
        return ear;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!ears.isEmpty() && WRITES.contains(event.getCommandName())) {
            var collection =
                    event.getCommand().getString(event.getCommandName()).getValue();
            if (ears.stream().anyMatch(ear -> ear.collections.contains(collection))) {
                underWay.put(event.getRequestId(), collection);
            }
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        finished(event.getRequestId());
    }

    /** Rings as well: a write whose answer was lost may have been done. */
    @Override
    public void commandFailed(CommandFailedEvent event) {
        finished(event.getRequestId());
    }

    private void finished(int request) {
        var collection = underWay.remove(request);
        if (collection != null) {
            ring(collection);
        }
    }

    /** One listener. What rings while it does not wait is kept for it. */
    final class Ear implements AutoCloseable {
        private final Set<String> collections;
        private final Set<String> rung = new HashSet<>();

        private Ear(Set<String> collections) {
            this.collections = collections;
        }

        private synchronized void hear(String collection) {
            if (collections.contains(collection) && rung.add(collection)) {
                notifyAll();
            }
        }

        /** Waits until something rings, at most for a time, and takes it. */
        synchronized Set<String> await(Duration longest) throws InterruptedException {
            var end = System.nanoTime() + longest.toNanos();
            for (var left = longest.toNanos(); rung.isEmpty() && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
            var heard = Set.copyOf(rung);
            rung.clear();
            return heard;
        }

        @Override
        public void close() {
            ears.remove(this);
        }
    }
}
