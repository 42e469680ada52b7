package org.tongke.backend.base.error;

/** Something only a developer or operator can mend: a top-level error with {@code extensions.code}. */
public final class RequestException extends RuntimeException {
    private final ErrorCode code;

    public RequestException(ErrorCode code) {
        super(code.name(), null, false, false);
        this.code = code;
    }

    /** What went wrong. */
    public ErrorCode code() {
        return code;
    }
}
