package org.tongke.backend.base.feed;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what has changed by (changedAt, _id), with an overlap: at once when this process has written, and now and then for
 * what others write. For the embedded store, and for where a change stream has lost its place.
 */
final class ScanFeed implements Feed {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final Duration SHORTEST_REST = Duration.ofMillis(10);
    private static final Duration LONGEST_REST = Duration.ofMillis(150);

    private final MongoDatabase database;
    private final Server server;
    private final FeedBell bell;
    private final FeedSettings settings;

    ScanFeed(MongoDatabase database, Server server, FeedBell bell, FeedSettings settings) {
        this.database = database;
        this.server = server;
        this.bell = bell;
        this.settings = settings;
    }

    @Override
    public FeedPosition now(Set<String> collections) {
        return FeedPosition.at(server.now(), collections);
    }

    @Override
    public Reading read(Set<String> collections, FeedPosition from) {
        return new Scan(collections, from);
    }

    /** Goes once through what was written since a position. */
    ScanPass pass(Set<String> collections, FeedPosition from, Delivered delivered) {
        return new ScanPass(database, collections, from, delivered, settings.overlap(), server.now());
    }

    private final class Scan implements Reading {
        private final Set<String> collections;
        private final FeedBell.Ear ear;
        private final Delivered delivered = new Delivered();
        private FeedPosition position;
        private long pollDueAt = System.nanoTime();
        private long passStartedAt;
        private Duration rest = Duration.ZERO;
        private @Nullable ScanPass pass;

        Scan(Set<String> collections, FeedPosition from) {
            this.collections = collections;
            this.position = from;
            ear = bell.listen(collections);
        }

        @Override
        public FeedBatch next() throws InterruptedException {
            if (pass == null) {
                begin();
            }
            return pass == null ? new FeedBatch.Gathered().at(position) : advance(pass);
        }

        private void begin() throws InterruptedException {
            // a pass reads a whole collection on the embedded store: it rests as long as it has worked
            Thread.sleep(rest);
            rest = Duration.ZERO;
            var rung = ear.await(shorter(LONGEST_WAIT, Duration.ofNanos(pollDueAt - System.nanoTime())));
            var now = System.nanoTime();
            var due = now - pollDueAt >= 0 ? collections : rung;
            if (!due.isEmpty()) {
                passStartedAt = now;
                pass = pass(due, position, delivered);
                if (due == collections) {
                    pollDueAt = now + settings.poll().toNanos();
                }
            }
        }

        private FeedBatch advance(ScanPass running) {
            var batch = running.next();
            position = batch.position();
            if (running.isOver()) {
                pass = null;
                var worked = Duration.ofNanos(System.nanoTime() - passStartedAt);
                rest = shorter(LONGEST_REST, worked.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : worked);
            }
            return batch;
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }

        @Override
        public void close() {
            ear.close();
            if (pass != null) {
                pass.close();
            }
        }
    }
}
