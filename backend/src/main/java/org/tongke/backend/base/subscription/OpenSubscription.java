package org.tongke.backend.base.subscription;

import java.time.Duration;
import java.util.function.Predicate;
import org.tongke.backend.base.feed.FeedEntry;
import reactor.core.publisher.FluxSink;

/**
 * One subscription that somebody reads: pulls what is new whenever its reader has taken what it was told. So a slow one holds
 * nothing but its place. {@link #run} is for a thread of its own, the rest for any.
 */
final class OpenSubscription {
    private final String name;
    private final Tail tail;
    private final Place start;
    private final Predicate<FeedEntry> wanted;
    private final Duration beat;
    private final FluxSink<Changes> sink;
    private boolean woken;
    private boolean ended;

    /** @param beat how often a sign of life is sent, with a position that is new */
    OpenSubscription(
            String name, Tail tail, Place start, Predicate<FeedEntry> wanted, Duration beat, FluxSink<Changes> sink) {
        this.name = name;
        this.tail = tail;
        this.start = start;
        this.wanted = wanted;
        this.beat = beat;
        this.sink = sink;
        sink.onRequest(more -> wake());
        sink.onDispose(this::end);
    }

    void run() {
        try {
            tail.join(this);
            tell();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            sink.error(failure);
        } finally {
            tail.leave(this);
        }
    }

    private void tell() throws InterruptedException {
        var place = start;
        var tellAt = System.nanoTime();
        while (awaitDemand()) {
            var page = tail.after(place, wanted, Changes.MOST);
            place = page.end();
            if (!page.entries().isEmpty() || page.isLast() && System.nanoTime() - tellAt >= 0) {
                sink.next(new Changes(page.entries(), place.encode(name)));
                tellAt = System.nanoTime() + beat.toNanos();
            }
            if (page.isLast()) {
                awaitNews(tellAt);
            }
        }
    }

    /** Ends it, and says why. */
    void end(RuntimeException reason) {
        sink.error(reason);
        end();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Waits until the reader takes more; false if it takes no more. */
    private synchronized boolean awaitDemand() throws InterruptedException {
        while (!ended && sink.requestedFromDownstream() == 0) {
            wait();
        }
        return !ended;
    }

    private synchronized void awaitNews(long end) throws InterruptedException {
        for (var left = end - System.nanoTime(); !ended && !woken && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        woken = false;
    }
}
