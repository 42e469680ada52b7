package org.tongke.embedded;

import java.net.BindException;

/** Where both servers listen: never beyond this machine. */
final class Loopback {

    /** Digits rather than "localhost", which some machines resolve to ::1 first. */
    static final String HOST = "127.0.0.1";

    private Loopback() {}

    /** What to throw when a server did not start on this port. */
    static RuntimeException failure(Throwable failure, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException busy) {
                return new PortInUseException(port, busy);
            }
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
