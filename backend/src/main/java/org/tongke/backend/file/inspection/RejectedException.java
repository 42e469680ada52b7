package org.tongke.backend.file.inspection;

/** Carries a reason from where it is found to {@link FileInspector}, which turns it into a result. */
final class RejectedException extends Exception {

    private final transient RejectionReason reason;

    RejectedException(RejectionReason reason) {
        // No stack trace: it is an answer, not an accident.
        super(reason.toString(), null, false, false);
        this.reason = reason;
    }

    RejectionReason reason() {
        return reason;
    }
}
