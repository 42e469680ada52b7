package org.tongke.standalone.deployment;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One origin for phones, as {@code deploy/proxy/Caddyfile} describes it: by its path a request goes to the first backend that takes a
 * connection, to the bucket, or to the frontend. Each connection carries one request; an upgraded one stays open.
 */
final class ReverseProxy implements AutoCloseable {
    private static final Pattern API =
            Pattern.compile("/(graphql|graphiql|webjars|schema\\.graphqls|changes|files|exports|calendar)([/?].*)?");
    private static final Pattern INSIDE = Pattern.compile("/actuator([/?].*)?");
    private static final int LONGEST_HEAD = 64 << 10;

    private final ServerSocket entrance;
    private volatile List<Integer> backends = List.of();
    private volatile int frontend;
    private volatile int bucket;
    private volatile String bucketPath = "";

    ReverseProxy() {
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://localhost:" + entrance.getLocalPort();
    }

    /** Where things are. */
    void leadTo(List<Integer> backends, int frontend, int bucket, String bucketName) {
        this.backends = List.copyOf(backends);
        this.frontend = frontend;
        this.bucket = bucket;
        bucketPath = "/" + bucketName + "/";
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var from = new BufferedInputStream(client.getInputStream());
            var head = head(from);
            var path = head.isEmpty() ? "" : head.split(" ", 3)[1];
            if (path.isEmpty()) {
                return;
            }
            if (INSIDE.matcher(path).matches()) {
                write(client, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                return;
            }
            try (var server = connect(path)) {
                write(server, forwarded(head));
                var asking = Thread.ofVirtual().start(() -> pass(from, server));
                server.getInputStream().transferTo(client.getOutputStream());
                client.close();
                asking.join();
            }
        } catch (IOException gone) {
            // the browser sees a connection that ends, as with any proxy
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect(String path) throws IOException {
        if (path.startsWith(bucketPath)) {
            return connect(bucket);
        }
        if (!API.matcher(path).matches()) {
            return connect(frontend);
        }
        for (var backend : backends) {
            try {
                return connect(backend);
            } catch (ConnectException stopped) {
                continue;
            }
        }
        throw new ConnectException("no backend");
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** Up to the blank line, which is left off; nothing if the client has gone. */
    private static String head(InputStream from) throws IOException {
        var head = new ByteArrayOutputStream();
        for (int next = from.read(); next >= 0 && head.size() < LONGEST_HEAD; next = from.read()) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                var text = head.toString(StandardCharsets.ISO_8859_1);
                return text.substring(0, text.length() - 2);
            }
        }
        return "";
    }

    private String forwarded(String head) {
        var isUpgrade =
                Pattern.compile("(?im)^upgrade: *websocket").matcher(head).find();
        var kept = isUpgrade ? head : head.replaceAll("(?im)^(connection|upgrade|http2-settings):[^\n]*\n", "");
        return kept + (isUpgrade ? "" : "Connection: close\r\n")
                + "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Proto: http\r\nX-Forwarded-Host: localhost:"
                + entrance.getLocalPort() + "\r\n\r\n";
    }

    private static void write(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void pass(InputStream from, Socket to) {
        try {
            from.transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // the answer has come, or nobody waits for it
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }
}
