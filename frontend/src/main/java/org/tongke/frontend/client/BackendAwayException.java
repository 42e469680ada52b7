package org.tongke.frontend.client;

import org.jspecify.annotations.Nullable;

/** The backend, or a part that it needs, does not answer; it may a moment later. */
public final class BackendAwayException extends RuntimeException {
    public BackendAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
