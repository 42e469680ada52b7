package org.tongke.frontend.client;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.springframework.mock.env.MockEnvironment;

/** A server that says over HTTP what a test tells it to, and remembers what it was asked. */
public final class FakeBackend implements AutoCloseable {
    public record Asked(String authorization, String language, String body) {}

    private record Reply(int status, String type, String body) {}

    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();

    public FakeBackend() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/graphql", exchange -> {
            var headers = exchange.getRequestHeaders();
            asked.add(new Asked(
                    String.valueOf(headers.getFirst("Authorization")),
                    String.valueOf(headers.getFirst("Accept-Language")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var reply = replies.size() > 1 ? replies.remove() : replies.element();
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** The next answer; the last one is given again and again. */
    public FakeBackend says(String json) {
        return says(200, "application/graphql-response+json", json);
    }

    public FakeBackend says(int status, String type, String body) {
        replies.add(new Reply(status, type, body));
        return this;
    }

    public List<Asked> asked() {
        return asked;
    }

    /** The client's way to it, for a caller. */
    public Backend as(String token) {
        return new BackendConnection().backend(environment(), () -> new Caller(token, "zh-CN"));
    }

    private MockEnvironment environment() {
        return new MockEnvironment()
                .withProperty(
                        "tongke.backend-url",
                        "http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
