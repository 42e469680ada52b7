package org.tongke.frontend.client;

/** The backend could not answer a question that it should have understood: a fault of ours. */
public final class BackendFaultException extends RuntimeException {
    private final String code;

    public BackendFaultException(String code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    /** Code of the error, as in {@code TOO_COSTLY}. */
    public String code() {
        return code;
    }
}
