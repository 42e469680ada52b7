package org.tongke.backend.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks {@code graphql-transport-ws} over a WebSocket, and keeps what it is told. */
public final class Socket implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final StringBuilder part = new StringBuilder();
    private final List<JsonNode> messages = new ArrayList<>();
    private volatile int closeCode;

    private Socket(int port, Map<String, String> headers) {
        var builder = client.newWebSocketBuilder().subprotocols("graphql-transport-ws");
        headers.forEach(builder::header);
        socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/graphql"), this)
                .join();
    }

    /** Connects with headers. */
    public static Socket open(int port, Map<String, String> headers) {
        return new Socket(port, headers);
    }

    /** Says who asks. */
    public Socket init(Map<String, ?> payload) {
        send(Map.of("type", "connection_init", "payload", payload));
        return this;
    }

    /** Asks for something under an id. */
    public void subscribe(String id, String document, Map<String, ?> variables) {
        send(Map.of("type", "subscribe", "id", id, "payload", Map.of("query", document, "variables", variables)));
    }

    /** Ends what was asked for under an id. */
    public void complete(String id) {
        send(Map.of("type", "complete", "id", id));
    }

    private void send(Map<String, ?> message) {
        socket.sendText(JSON.writeValueAsString(message), true).join();
    }

    /** Messages of a type, as in {@code next}. */
    public synchronized List<JsonNode> messages(String type) {
        return messages.stream()
                .filter(message -> message.at("/type").asString().equals(type))
                .toList();
    }

    /** Things in all lists with the alias {@code it}, in the order in which they came. */
    public List<JsonNode> things() {
        return messages("next").stream()
                .flatMap(item -> item.findValues("it").stream())
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    /** The status that the server closes with. */
    public int awaitClosed() {
        await(open -> open.closeCode != 0);
        return closeCode;
    }

    public void await(Predicate<Socket> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> condition.test(this));
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            messages.add(JSON.readTree(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closeCode = statusCode;
        return null;
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
