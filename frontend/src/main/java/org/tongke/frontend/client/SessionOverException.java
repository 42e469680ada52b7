package org.tongke.frontend.client;

/** Nobody is signed in any more: the device was signed out, or its time is over. */
public final class SessionOverException extends RuntimeException {
    public SessionOverException() {
        super("nobody is signed in");
    }
}
