package org.tongke.standalone.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks at one address: by the name of an operation as a page does, or with a token as a program does. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    Client(String address) {
        this.address = address;
    }

    /** Signs in as an account of the demo, and returns the cookie of the device. */
    String signIn(String name) {
        var response = send(byPage(null, "SignIn", Map.of("input", Map.of("signInName", name, "password", "tongke"))));
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    JsonNode call(@Nullable String cookie, String operation, Map<String, ?> variables) {
        return JSON.readTree(send(byPage(cookie, operation, variables)).body()).path("data");
    }

    private HttpRequest byPage(@Nullable String cookie, String operation, Map<String, ?> variables) {
        var request = request(
                        "/graphql", JSON.writeValueAsString(Map.of("operationName", operation, "variables", variables)))
                .header("X-Tongke", "test");
        return (cookie == null ? request : request.header("Cookie", cookie)).build();
    }

    int status(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build()).statusCode();
    }

    /** Subscribes with a token, and gives the items as they come until the stream ends. */
    Stream<JsonNode> subscribe(String token, String document, Map<String, ?> variables)
            throws IOException, InterruptedException {
        var request = request("/graphql", JSON.writeValueAsString(Map.of("query", document, "variables", variables)))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        return http.send(request, BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("data:{"))
                .map(line -> JSON.readTree(line.substring("data:".length())));
    }

    /** What a WebSocket is told when it says with a token who it is. */
    String greeting(String token) {
        var told = new CompletableFuture<String>();
        var listener = new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                told.complete(data.toString());
                return null;
            }
        };
        var socket = http.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(address.replace("http", "ws") + "/graphql"), listener)
                .join();
        socket.sendText(
                JSON.writeValueAsString(
                        Map.of("type", "connection_init", "payload", Map.of("authorization", "Bearer " + token))),
                true);
        try {
            return told.join();
        } finally {
            socket.abort();
        }
    }

    /** Posts a form with a file as browsers do. */
    int post(String to, List<JsonNode> fields, byte[] file) {
        var boundary = "limit-of-a-part";
        var parts = new StringBuilder();
        fields.forEach(field -> parts.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(
                        boundary,
                        field.path("name").asString(),
                        field.path("value").asString())));
        parts.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n".formatted(boundary));
        return send(HttpRequest.newBuilder(URI.create(to))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.concat(
                                HttpRequest.BodyPublishers.ofString(parts.toString()),
                                HttpRequest.BodyPublishers.ofByteArray(file),
                                HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                        .build())
                .statusCode();
    }

    private HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
