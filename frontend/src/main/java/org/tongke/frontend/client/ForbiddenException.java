package org.tongke.frontend.client;

/** No role of the caller may ask this. */
public final class ForbiddenException extends RuntimeException {
    public ForbiddenException(String message) {
        super(message);
    }
}
