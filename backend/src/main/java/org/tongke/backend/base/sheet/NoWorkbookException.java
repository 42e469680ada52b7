package org.tongke.backend.base.sheet;

/** A file is no workbook, text or slides that can be read. */
public final class NoWorkbookException extends Exception {

    /** Why not. */
    public enum Reason {
        /** Its end is missing. */
        TRUNCATED,
        /** What is in it cannot be read. */
        BROKEN,
        /** What is in it is far more than such a file has. */
        TOO_LARGE,
        /** It has macros. */
        MACROS,
        /** It is something else that is a ZIP. */
        OTHER_TYPE
    }

    private final Reason reason;

    NoWorkbookException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** Why not. */
    public Reason reason() {
        return reason;
    }
}
