package org.tongke.backend.base.error;

import java.util.ArrayList;
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

    /**
     * Makes all of some checks, so that a form is mended at once and not field by field.
     *
     * @throws RefusedException with all that they refuse, in their order
     */
    public static void checkAll(Runnable... checks) {
        var wrong = new ArrayList<Refusal>();
        for (var check : checks) {
            try {
                check.run();
            } catch (RefusedException refused) {
                wrong.addAll(refused.refusals());
            }
        }
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
    }

    /** All that is wrong. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
