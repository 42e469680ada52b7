package org.tongke.backend.base.feed;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which consumers this backend works for: asks again four times a lease, on a thread of its own. */
final class FeedLeases implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FeedLeases.class);

    private final FeedPositions positions;
    private final Set<String> consumers;
    private final Duration beat;
    private final Thread thread;
    private Set<String> ours = Set.of();
    private volatile boolean closed;

    FeedLeases(FeedPositions positions, Set<String> consumers, Duration lease) {
        this.positions = positions;
        this.consumers = consumers;
        this.beat = lease.dividedBy(4);
        thread = Thread.ofVirtual().name("feed-leases").unstarted(this::run);
    }

    void start() {
        if (!consumers.isEmpty()) {
            thread.start();
        }
    }

    synchronized boolean hold(String consumer) {
        return ours.contains(consumer);
    }

    synchronized void awaitHeld(String consumer) throws InterruptedException {
        while (!ours.contains(consumer)) {
            wait();
        }
    }

    /** What to do when a position could not be saved: somebody else has it. */
    synchronized void lost(String consumer) {
        ours = ours.stream().filter(other -> !other.equals(consumer)).collect(Collectors.toUnmodifiableSet());
        log.info("Another backend has taken over {}", consumer);
    }

    private synchronized void hold(Set<String> now) {
        ours = now;
        notifyAll();
    }

    private void run() {
        while (!closed) {
            try {
                ask();
                Thread.sleep(beat);
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    private void ask() {
        try {
            hold(positions.lease(consumers));
        } catch (RuntimeException failure) {
            if (!closed) {
                log.warn("The feed's leases cannot be renewed, trying again in {}", beat, failure);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(beat);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
