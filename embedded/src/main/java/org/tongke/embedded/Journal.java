package org.tongke.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes changes of a store durable before they are acknowledged, and never half of one.
 *
 * <p>A document, its index entries and the size of its collection lie in several maps of the store. Were one thread to commit
 * while another is between two of them, a kill would leave an index entry without a document, and its key refused for ever.
 * So changes run one at a time, and a commit runs only between two of them. Whoever commits, commits for all changes made so
 * far; the others find their work done.
 */
final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private static final long SYNC_SECONDS = 1;
    /** Space is written over only this long after it was last written, that is, surely after a sync. */
    private static final int RETENTION_MILLIS = 3_000;

    private final MVStore store;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Object committing = new Object();
    private final ScheduledExecutorService syncing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("embedded-mongo-sync").factory());

    /** Number of the last change; guarded by {@link #lock}. */
    private long changed;
    /** Number of the last change that is committed; guarded by {@link #committing}. */
    private long committed;

    private long synced;

    Journal(MVStore store) {
        this.store = store;
        store.setRetentionTime(RETENTION_MILLIS);
        syncing.scheduleWithFixedDelay(this::sync, SYNC_SECONDS, SYNC_SECONDS, TimeUnit.SECONDS);
    }

    /** Runs what only reads, beside other reads, never beside a change. */
    <T> T read(Supplier<T> reading) {
        lock.readLock().lock();
        try {
            return reading.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Runs what may change the store, alone, and returns when its changes outlive the process; also when it throws. */
    <T> T change(Supplier<T> change) {
        long number = 0;
        try {
            lock.writeLock().lock();
            try {
                number = ++changed;
                return change.get();
            } finally {
                lock.writeLock().unlock();
            }
        } finally {
            commit(number);
        }
    }

    private void commit(long number) {
        synchronized (committing) {
            if (committed < number) {
                committed = read(() -> {
                    store.commit();
                    return changed;
                });
            }
        }
    }

    /** Bounds what a power cut can take. A commit alone reaches the operating system, which outlives the process. */
    private void sync() {
        try {
            long number = read(() -> changed);
            if (number > synced) {
                store.sync();
                synced = number;
            }
        } catch (RuntimeException failure) {
            LOG.error("The store's file cannot be forced to disk", failure);
        }
    }

    /** Commits and closes the store. */
    @Override
    public void close() {
        syncing.close();
        lock.writeLock().lock();
        try {
            store.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
