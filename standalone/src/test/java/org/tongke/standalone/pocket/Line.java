package org.tongke.standalone.pocket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tongke.standalone.support.Product;

/**
 * The line between a phone and the product, which can be slow and can be cut: the browser is told nothing of it but what it sees of its
 * connections.
 */
final class Line implements AutoCloseable {
    private static final int PIECE = 4096;

    private final int product = URI.create(Product.get().address()).getPort();
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong uploadLimit = new AtomicLong(Long.MAX_VALUE);
    /** How many bytes all connections together may still carry to the product. */
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

    private final AtomicInteger cuts = new AtomicInteger();
    private final Pace up;
    private final Pace down;

    /** A line as fast as the machine. */
    Line() {
        this(Pace.free(), Pace.free());
    }

    /**
     * A slow line.
     *
     * @param bytesPerSecond each way
     * @param roundTrip of a packet there and back; a connection takes one to be made
     */
    static Line slow(long bytesPerSecond, Duration roundTrip) {
        var way = roundTrip.dividedBy(2);
        return new Line(new Pace(bytesPerSecond, way), new Pace(bytesPerSecond, way));
    }

    private Line(Pace up, Pace down) {
        this.up = up;
        this.down = down;
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

    /** Cuts whatever carries something to the product when all connections together have carried so many bytes more. */
    void cutAfterAll(long bytes) {
        left.set(bytes);
    }

    void mend() {
        uploadLimit.set(Long.MAX_VALUE);
        left.set(Long.MAX_VALUE);
    }

    /** Cuts whatever is open. */
    void cut() {
        open.forEach(Line::end);
    }

    /** How many bytes have come to the phone. */
    long received() {
        return down.carried();
    }

    /** How many bytes have gone from the phone. */
    long sent() {
        return up.carried();
    }

    /** How often a limit was reached. */
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
                Thread.ofVirtual().start(() -> carry(phone, server, up));
                Thread.ofVirtual().start(() -> carry(server, phone, down));
            } catch (IOException ended) {
                // the line is taken down, or the product is: the browser sees either
            }
        }
    }

    private void carry(Socket from, Socket to, Pace pace) {
        // the other end closes behind the last byte
        try (from) {
            carry(from.getInputStream(), pace.before(to.getOutputStream()), pace == up);
        } catch (IOException ended) {
            // one end has gone, and so does the other
        } finally {
            open.remove(from);
        }
    }

    private void carry(InputStream from, OutputStream to, boolean isUp) throws IOException {
        var piece = new byte[PIECE];
        var carried = 0L;
        try (to) {
            for (var length = from.read(piece); length >= 0; length = from.read(piece)) {
                carried += length;
                if (isUp && (carried > uploadLimit.get() || left.addAndGet(-length) < 0)) {
                    cuts.incrementAndGet();
                    return;
                }
                to.write(piece, 0, length);
            }
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
