package org.tongke.frontend.client;

import java.util.List;
import org.tongke.frontend.contract.types.ErrorCode;
import org.tongke.frontend.contract.types.UserError;

/** The backend refused a command for reasons that a person can mend; its words are for that person. */
public final class RefusedException extends RuntimeException {
    private final transient List<UserError> errors;

    private RefusedException(List<UserError> errors) {
        super(errors.getFirst().getMessage());
        this.errors = List.copyOf(errors);
    }

    /** Throws if the payload of a command names anything to mend. */
    public static void throwIfAny(List<UserError> errors) {
        if (!errors.isEmpty()) {
            throw new RefusedException(errors);
        }
    }

    /** What is to be mended; at least one. */
    public List<UserError> errors() {
        return errors;
    }

    /** Whether one of the reasons is this. */
    public boolean isFor(ErrorCode code) {
        return errors.stream().anyMatch(error -> error.getCode() == code);
    }

    /** What happened and what to do, in the caller's language. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
