package org.tongke.embedded;

import java.io.IOException;

/** A port of the loopback interface is already taken. */
public final class PortInUseException extends RuntimeException {

    private final int port;

    PortInUseException(int port, IOException cause) {
        super("Port " + port + " of " + Loopback.HOST + " is in use", cause);
        this.port = port;
    }

    /** The port that was asked for. */
    public int port() {
        return port;
    }
}
