package org.tongke.backend.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that subscribes over server-sent events, and keeps what it is told. */
public final class Subscriber implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVENT = "event:";
    private static final String DATA = "data:";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpResponse<InputStream> response;
    private final List<JsonNode> items = new ArrayList<>();
    private volatile boolean completed;
    private volatile boolean ended;

    private Subscriber(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    /** Subscribes with a token. */
    public static Subscriber ask(Api api, String token, String document, Map<String, ?> variables) {
        return send(api, api.byToken(token, Api.json(Map.of("query", document, "variables", variables))));
    }

    /** Subscribes by the name of a known operation. */
    public static Subscriber call(Api api, @Nullable String cookie, String operation, Map<String, ?> variables) {
        return send(api, api.byPage(cookie, Api.json(Map.of("operationName", operation, "variables", variables))));
    }

    private static Subscriber send(Api api, HttpRequest.Builder request) {
        return new Subscriber(api.open(request.header("Accept", "text/event-stream")));
    }

    /** An event counts when the blank line behind it has come. */
    private void read() {
        var event = "";
        var data = "";
        try (var lines = new Scanner(response.body(), StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
                var line = lines.nextLine();
                if (line.startsWith(EVENT)) {
                    event = line.substring(EVENT.length()).strip();
                } else if (line.startsWith(DATA)) {
                    data = line.substring(DATA.length()).strip();
                } else if (line.isEmpty()) {
                    completed |= event.equals("complete");
                    if (event.equals("next")) {
                        add(JSON.readTree(data));
                    }
                    event = "";
                }
            }
        } finally {
            ended = true;
        }
    }

    private synchronized void add(JsonNode item) {
        items.add(item);
    }

    /** What came, each as in {@code {"data": …}} or {@code {"errors": …}}. */
    public synchronized List<JsonNode> items() {
        return List.copyOf(items);
    }

    /** Things in all lists with the alias {@code it}, in the order in which they came. */
    public List<JsonNode> things() {
        return items().stream()
                .flatMap(item -> item.findValues("it").stream())
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    /** The position of the last item that has one. */
    public String position() {
        return items().stream()
                .map(item -> item.findValue("position"))
                .filter(position -> position != null && position.isString())
                .toList()
                .getLast()
                .asString();
    }

    /** Codes of errors that came. */
    public List<String> codes() {
        return items().stream()
                .flatMap(item -> item.at("/errors").valueStream())
                .map(error -> error.at("/extensions/code").asString("none"))
                .toList();
    }

    public void await(Predicate<Subscriber> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> condition.test(this));
    }

    /** Waits until the stream is open: the first item has come. */
    public Subscriber awaitOpen() {
        await(open -> !open.items().isEmpty());
        return this;
    }

    public void awaitThings(int count) {
        await(open -> open.things().size() >= count);
    }

    public void awaitEnd() {
        await(Subscriber::hasEnded);
    }

    /** Whether nothing more can come. */
    public boolean hasEnded() {
        return ended;
    }

    /** Whether the server said that it was the end. */
    public boolean isCompleted() {
        return completed;
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
