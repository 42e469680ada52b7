package org.tongke.backend.journey;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An open page that listens for changes, as from {@code EventSource}. */
final class Changes implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DATA = "data: ";

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Changes() {}

    /** Listens for somebody. Whatever happened before has been told when this returns. */
    static Changes of(Caller caller) throws IOException, InterruptedException {
        var changes = new Changes();
        var request = caller.api()
                .to("/changes")
                .header("Authorization", "Bearer " + caller.token())
                .build();
        var lines = changes.http.send(request, BodyHandlers.ofLines()).body();
        Thread.ofVirtual().start(() -> changes.listen(lines));
        changes.awaitQuiet();
        return changes;
    }

    private void listen(Stream<String> lines) {
        lines.filter(line -> line.startsWith(DATA)).forEach(line -> told.add(line.substring(DATA.length())));
    }

    private void awaitQuiet() throws InterruptedException {
        if (told.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) == null) {
            throw new IllegalStateException("a page is told nothing when it connects");
        }
        while (told.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS) != null) {}
    }

    /** The next nudge; nothing if there is none in time. */
    String next(Duration within) throws InterruptedException {
        var next = told.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? "" : next;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
