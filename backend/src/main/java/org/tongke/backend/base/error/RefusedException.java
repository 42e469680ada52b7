package org.tongke.backend.base.error;

import java.util.List;

/** A command was refused. The edge turns it into the payload's {@code errors}; it is never logged. */
public final class RefusedException extends RuntimeException {
    private final transient List<Refusal> refusals;

    public RefusedException(Refusal refusal) {
        this(List.of(refusal));
    }

    /** @param refusals all that is wrong, at least one */
    public RefusedException(List<? extends Refusal> refusals) {
        super(refusals.toString(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    /** All that is wrong. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
