package org.tongke.backend.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A small proxy that passes bytes on to one server, then to another, and cuts what is open when it is told to. */
public final class Proxy implements AutoCloseable {
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int server;

    /** @param server port of the server on this machine */
    public Proxy(int server) {
        this.server = server;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** From now on it leads to another server; what is open is cut. */
    public void leadTo(int other) {
        server = other;
        open.forEach(Proxy::cut);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                open.add(client);
                var behind = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(behind);
                Thread.ofVirtual().start(() -> pass(client, behind));
                Thread.ofVirtual().start(() -> pass(behind, client));
            } catch (IOException closed) {
                // the entrance; or a server that is not there, whose client is cut with the others
                continue;
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // as the other side will see
        } finally {
            cut(from);
            cut(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        open.forEach(Proxy::cut);
    }
}
