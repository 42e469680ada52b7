package org.tongke.backend.subscription;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Whoever listens, and connects again when it is cut off. Keeps what it was told, and when it saw each for the first time. */
abstract class Reconnecting implements AutoCloseable {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final Map<String, Long> seen = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private int connections;

    /** Connects, and listens until it is cut off. */
    abstract void listen() throws InterruptedException;

    final void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                try {
                    listen();
                } catch (CompletionException | IllegalStateException | UncheckedIOException cutOff) {
                    Thread.sleep(BETWEEN_TRIES);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    final synchronized void connected() {
        connections++;
    }

    final synchronized void told(String what) {
        told.add(what);
        seen.putIfAbsent(what, System.nanoTime());
    }

    final synchronized int connections() {
        return connections;
    }

    /** What it was told, in the order of telling; what was told twice stands here twice. */
    final synchronized List<String> told() {
        return List.copyOf(told);
    }

    final synchronized Map<String, Long> seen() {
        return Map.copyOf(seen);
    }

    final void awaitOpen() {
        await().atMost(Duration.ofSeconds(10)).until(() -> connections() > 0);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
