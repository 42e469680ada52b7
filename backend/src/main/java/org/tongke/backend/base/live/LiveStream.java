package org.tongke.backend.base.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an open page is to be told: gathered by the feed's thread, taken by the page's own. */
final class LiveStream {
    private final String account;
    private final Set<String> topics = new TreeSet<>();
    private @Nullable Instant cursor;
    private boolean outdated;
    private boolean closed;

    LiveStream(String account) {
        this.account = account;
    }

    String account() {
        return account;
    }

    /** Something of a topic has changed. */
    synchronized void nudge(String topic, Instant changedAt) {
        if (cursor == null || changedAt.isAfter(cursor)) {
            cursor = changedAt;
        }
        topics.add(topic);
        notifyAll();
    }

    /** Everything may have changed. */
    synchronized void nudgeAll(Collection<String> all) {
        topics.addAll(all);
        notifyAll();
    }

    /** What the page is to be told of has itself changed. */
    synchronized void outdate() {
        outdated = true;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Waits until there is something to tell, at most until a time as of {@link System#nanoTime}. */
    synchronized void await(long end) throws InterruptedException {
        while (!closed && !outdated && topics.isEmpty() && waitUntil(end)) {
            // woken, perhaps for nothing
        }
    }

    /** Waits; only the end of the stream cuts it short. */
    synchronized void pause(Duration length) throws InterruptedException {
        var end = System.nanoTime() + length.toNanos();
        while (!closed && waitUntil(end)) {
            // woken by more to tell, which waits as well
        }
    }

    private boolean waitUntil(long end) throws InterruptedException {
        var left = end - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        wait(left / 1_000_000, (int) (left % 1_000_000));
        return true;
    }

    /** Whether its topics must be asked for again; then they count as asked for. */
    synchronized boolean takeOutdated() {
        var was = outdated;
        outdated = false;
        return was;
    }

    /** What has changed since the last time, in the order of names; nothing if nothing has. */
    synchronized Told take() {
        var told = new Told(Set.copyOf(topics), cursor);
        topics.clear();
        return told;
    }

    /**
     * What a page is told.
     *
     * @param topics names of topics
     * @param cursor when the latest change of which the page was ever told was written, by the database's clock
     */
    record Told(Set<String> topics, @Nullable Instant cursor) {}
}
