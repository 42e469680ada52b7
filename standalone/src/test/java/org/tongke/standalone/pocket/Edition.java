package org.tongke.standalone.pocket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import org.tongke.standalone.support.Product;

/** The product at another address, where the next version of its pages can come out: with another title of the week. */
final class Edition implements AutoCloseable {
    private static final String TITLE = "\"pocket.week.title\":\"";
    /** What belongs to one connection or to the address, and what would let an answer be no answer. */
    private static final Set<String> LEFT_OUT = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "upgrade",
            "accept-encoding",
            "origin",
            "referer",
            "if-none-match",
            "etag",
            ":status");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private volatile String news = "";

    Edition() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on the week's title begins with a word more. */
    void publish(String word) {
        news = word;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/changes")) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var answer = client.send(passedOn(exchange), HttpResponse.BodyHandlers.ofByteArray());
            var path = exchange.getRequestURI().getPath();
            var body = path.startsWith("/m/") ? changed(answer.body()) : answer.body();
            answer.headers().map().forEach((name, values) -> {
                if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest passedOn(HttpExchange exchange) throws IOException {
        var body =
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes());
        var request = HttpRequest.newBuilder(URI.create(Product.get().address() + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), body);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    /** Texts say the word, and the worker is one of a version of its own. */
    private byte[] changed(byte[] body) {
        if (news.isEmpty()) {
            return body;
        }
        var text = new String(body, StandardCharsets.UTF_8);
        if (text.contains(TITLE)) {
            return text.replace(TITLE, TITLE + news).getBytes(StandardCharsets.UTF_8);
        }
        return text.startsWith("self.POCKET")
                ? text.replace("\"version\":\"", "\"version\":\"next-").getBytes(StandardCharsets.UTF_8)
                : body;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
