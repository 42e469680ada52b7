package org.tongke.standalone.pocket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tongke.standalone.support.Product;

/** The line between a phone and the product, which can be cut: the browser is told nothing of it but that its connections end. */
final class Line implements AutoCloseable {
    private static final int PIECE = 4096;

    private final int product = URI.create(Product.get().address()).getPort();
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong uploadLimit = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger cuts = new AtomicInteger();

    Line() {
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** What makes a browser reach the product by this line, at the address that the product has. */
    String argument() {
        return "--host-resolver-rules=MAP localhost:%d 127.0.0.1:%d".formatted(product, entrance.getLocalPort());
    }

    /** Cuts each connection that has carried so many bytes to the product. */
    void cutAfter(long bytes) {
        uploadLimit.set(bytes);
    }

    void mend() {
        uploadLimit.set(Long.MAX_VALUE);
    }

    /** Cuts whatever is open. */
    void cut() {
        open.forEach(Line::end);
    }

    /** How often the limit was reached. */
    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var phone = entrance.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), product);
                open.add(phone);
                open.add(server);
                Thread.ofVirtual().start(() -> carry(phone, server, true));
                Thread.ofVirtual().start(() -> carry(server, phone, false));
            } catch (IOException ended) {
                // the line is taken down, or the product is: the browser sees either
            }
        }
    }

    private void carry(Socket from, Socket to, boolean up) {
        try (from;
                to) {
            carry(from.getInputStream(), to.getOutputStream(), up);
        } catch (IOException ended) {
            // one end has gone, and so does the other
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void carry(InputStream from, OutputStream to, boolean up) throws IOException {
        var piece = new byte[PIECE];
        var carried = 0L;
        for (var length = from.read(piece); length >= 0; length = from.read(piece)) {
            carried += length;
            if (up && carried > uploadLimit.get()) {
                cuts.incrementAndGet();
                return;
            }
            to.write(piece, 0, length);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException ended) {
            // that it ends is all that is asked of it
        }
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }
}
