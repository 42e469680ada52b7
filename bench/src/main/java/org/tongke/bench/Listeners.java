package org.tongke.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Many open streams of one program, each of which hears of a change. */
final class Listeners implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String CHANGES =
            "subscription { activitiesChanged { position activities { id title startsAt } } }";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final int port;
    private final List<Listener> listeners = new ArrayList<>();
    private int open;
    private int heard;
    private long began;

    Listeners(int port) {
        this.port = port;
    }

    /** One stream. */
    private final class Listener {
        private boolean isOpen;
        private long delay = -1;

        /** Something came; the first is the sign that it is open. */
        void told(boolean change) {
            synchronized (Listeners.this) {
                if (!isOpen) {
                    isOpen = true;
                    open++;
                } else if (change && delay < 0) {
                    delay = (System.nanoTime() - began) / 1_000_000;
                    heard++;
                }
                Listeners.this.notifyAll();
            }
        }
    }

    /** Opens a phone's page. */
    void nudged(String token) {
        var request = to("/changes").header("Cookie", "tongke-device=" + token).build();
        read(request, line -> line.startsWith("data:"), line -> true);
    }

    /** Subscribes over server-sent events. */
    void events(String token) {
        var request = to("/graphql")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString("{\"query\":\"" + CHANGES + "\"}"))
                .build();
        read(request, line -> line.startsWith("data:"), Listeners::holdsChange);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static boolean holdsChange(String text) {
        return text.contains("\"startsAt\"");
    }

    private void read(HttpRequest request, Predicate<String> counts, Predicate<String> isChange) {
        var listener = add();
        client.sendAsync(request, BodyHandlers.ofLines())
                .thenAccept(
                        response -> response.body().filter(counts).forEach(line -> listener.told(isChange.test(line))));
    }

    private synchronized Listener add() {
        var listener = new Listener();
        listeners.add(listener);
        return listener;
    }

    /** Subscribes over a WebSocket. */
    void socket(String token) {
        var listener = add();
        var socket = client.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), new Messages(listener))
                .join();
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
    }

    private static final class Messages implements WebSocket.Listener {
        private final Listener listener;
        private final StringBuilder text = new StringBuilder();

        Messages(Listener listener) {
            this.listener = listener;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                var message = text.toString();
                text.setLength(0);
                if (message.contains("connection_ack")) {
                    socket.sendText(
                            "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"" + CHANGES + "\"}}", true);
                } else if (message.contains("\"next\"")) {
                    listener.told(holdsChange(message));
                }
            }
            socket.request(1);
            return null;
        }
    }

    synchronized void awaitOpen(int count) throws InterruptedException {
        await(() -> open >= count, "open");
    }

    /** From now on a change counts. */
    synchronized void begin(long now) {
        began = now;
        heard = 0;
        listeners.forEach(listener -> listener.delay = -1);
    }

    /** Milliseconds until each heard of a change. */
    synchronized List<Long> awaitAll() throws InterruptedException {
        await(() -> heard >= listeners.size(), "told");
        return listeners.stream().map(listener -> listener.delay).toList();
    }

    private void await(BooleanSupplier condition, String what) throws InterruptedException {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException("of %d streams %d are open, %d heard: not all are %s"
                        .formatted(listeners.size(), open, heard, what));
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
