package org.tongke.backend.base.live;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/** An open page: keeps the lines that it was sent. */
final class Page implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final List<String> lines = new ArrayList<>();
    private volatile boolean ended;

    Page(HttpClient client, HttpRequest request) {
        try {
            response = client.sendAsync(request, BodyHandlers.ofInputStream()).join();
        } catch (CompletionException failure) {
            throw new IllegalStateException(failure);
        }
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var scanner = new Scanner(response.body(), StandardCharsets.UTF_8)) {
            while (scanner.hasNextLine()) {
                var line = scanner.nextLine();
                synchronized (this) {
                    lines.add(line);
                }
            }
        } finally {
            ended = true;
        }
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** What it was told, as in {@code ["timetable"]}. */
    List<String> nudges() {
        return lines().stream()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.replace("data: {\"topics\":", "").replace("}", ""))
                .toList();
    }

    void awaitLines(Predicate<String> which, int count) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> lines().stream().filter(which).count() >= count);
    }

    void awaitNudges(int count) {
        awaitLines(line -> line.startsWith("data: "), count);
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
