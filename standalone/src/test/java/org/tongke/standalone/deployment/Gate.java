package org.tongke.standalone.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stands between a backend and its bucket, and can keep what is asked of the bucket waiting. */
final class Gate implements AutoCloseable {
    private static final int PIECE = 8192;

    private final ServerSocket entrance;
    private final URI behind;
    private volatile CountDownLatch way = new CountDownLatch(0);
    private volatile CountDownLatch arrived = new CountDownLatch(1);

    Gate(URI behind) {
        this.behind = behind;
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

    /** From now on everything waits. */
    void hold() {
        arrived = new CountDownLatch(1);
        way = new CountDownLatch(1);
    }

    /** Whether something waits, at the latest after a while. */
    boolean awaitHeld() throws InterruptedException {
        return arrived.await(20, TimeUnit.SECONDS);
    }

    void release() {
        way.countDown();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var from = entrance.accept();
                var to = new Socket(behind.getHost(), behind.getPort());
                Thread.ofVirtual().start(() -> pass(from, to, true));
                Thread.ofVirtual().start(() -> pass(to, from, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean isAsked) {
        try (from;
                to) {
            var piece = new byte[PIECE];
            for (int length; (length = from.getInputStream().read(piece)) >= 0; ) {
                if (isAsked && way.getCount() > 0) {
                    arrived.countDown();
                    way.await();
                }
                to.getOutputStream().write(piece, 0, length);
            }
        } catch (IOException ended) {
            // as the other side will see
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release();
        try {
            entrance.close();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }
}
