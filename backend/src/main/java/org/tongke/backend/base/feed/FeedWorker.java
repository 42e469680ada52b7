package org.tongke.backend.base.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongke.backend.base.error.QuietFault;

/** Gives one consumer its changes, on a thread of its own, and saves its position after its work. */
final class FeedWorker {
    private static final Logger log = LoggerFactory.getLogger(FeedWorker.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int DOUBLINGS = 7;
    private static final Duration BETWEEN_DUES = Duration.ofSeconds(2);
    /** How old the kept position of a consumer without changes may grow. */
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(30);

    private final FeedConsumer consumer;
    private final Set<String> collections;
    private final Feed feed;
    private final Place place;
    private final Thread thread;
    /** Held while the consumer works: closing waits for it, but not for the wait for changes. */
    private final ReentrantLock working = new ReentrantLock();

    private volatile boolean closed;
    /** When the oldest change was written that the consumer has but has not handled; null when it has handled all. */
    private volatile @Nullable Instant behindSince;

    private int failures;
    private long dueAt = System.nanoTime();
    private long saveAt = dueAt + BETWEEN_SAVES.toNanos();

    FeedWorker(FeedConsumer consumer, Feed feed, Place place) {
        this.consumer = consumer;
        this.collections = Set.copyOf(consumer.collections());
        this.feed = feed;
        this.place = place;
        thread = Thread.ofVirtual().name("feed-" + consumer.name()).unstarted(this::run);
    }

    /** Where a worker's position is kept. */
    interface Place {
        void awaitTurn() throws InterruptedException;

        boolean isOurTurn();

        FeedPosition get();

        /** False if the work has gone to another backend. */
        boolean save(FeedPosition position);
    }

    String consumer() {
        return consumer.name();
    }

    void start() {
        thread.start();
    }

    /** Age of the oldest change that was given and is not handled. By the machine's clock, as changes are stamped by another's. */
    double lagSeconds() {
        var since = behindSince;
        return since == null ? 0 : Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }

    private void run() {
        while (!closed) {
            try {
                place.awaitTurn();
                follow();
            } catch (InterruptedException interrupted) {
                return;
            } catch (Throwable failure) {
                // whatever it was, the position has not moved: the same changes come again, and other consumers go on
                if (!closed) {
                    pause(failure);
                }
            }
        }
    }

    private void follow() throws InterruptedException {
        var saved = place.get();
        try (var reading = feed.read(collections, saved)) {
            while (!closed && place.isOurTurn()) {
                if (!work(reading.next())) {
                    return;
                }
            }
        }
    }

    /** Whether to go on. */
    private boolean work(FeedBatch batch) {
        working.lock();
        try {
            if (closed) {
                return false;
            }
            var entries = batch.entries();
            if (!entries.isEmpty()) {
                behindSince = entries.getFirst().changedAt();
                consumer.on(entries);
            }
            var now = System.nanoTime();
            if (now - dueAt >= 0) {
                consumer.due();
                dueAt = now + BETWEEN_DUES.toNanos();
            }
            if (!entries.isEmpty() || now - saveAt >= 0) {
                saveAt = now + BETWEEN_SAVES.toNanos();
                if (!place.save(batch.position())) {
                    return false;
                }
            }
            behindSince = null;
            failures = 0;
            return true;
        } finally {
            working.unlock();
        }
    }

    private void pause(Throwable failure) {
        var length = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, DOUBLINGS));
        log.error(
                "The feed's consumer {} failed and is given its changes again in {}",
                consumer.name(),
                length,
                QuietFault.of(failure));
        try {
            Thread.sleep(length);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end; {@link #join} waits for that. */
    void close() {
        closed = true;
        if (working.tryLock()) {
            try {
                thread.interrupt();
            } finally {
                working.unlock();
            }
        }
    }

    /** Waits until it has ended; whoever works for longer is interrupted. */
    void join(Duration longest) throws InterruptedException {
        if (thread.getState() != Thread.State.NEW && !thread.join(longest)) {
            thread.interrupt();
            thread.join(longest);
        }
    }
}
