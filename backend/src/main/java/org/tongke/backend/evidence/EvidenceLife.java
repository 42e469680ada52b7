package org.tongke.backend.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a piece of evidence since it was confirmed.
 *
 * @param revision how often it was written
 * @param state whether it still speaks
 * @param replaces raw id of the evidence whose place it took; null if it took none
 * @param replacedBy raw id of the evidence that took its place; null unless {@code REPLACED}
 * @param withdrawnFor why it was withdrawn; null unless {@code WITHDRAWN}
 * @param history its last writes, the newest first
 */
public record EvidenceLife(
        long revision,
        EvidenceState state,
        @Nullable String replaces,
        @Nullable String replacedBy,
        @Nullable String withdrawnFor,
        List<EvidenceChange> history) {

    public EvidenceLife {
        history = List.copyOf(history);
    }

    /** Of evidence that was just confirmed. */
    static EvidenceLife begun(@Nullable String replaces) {
        return new EvidenceLife(1, EvidenceState.CURRENT, replaces, null, null, List.of());
    }

    boolean isCurrent() {
        return state == EvidenceState.CURRENT;
    }

    /** The next state, before it is written. */
    EvidenceLife next(EvidenceState then, @Nullable String by, @Nullable String reason) {
        return new EvidenceLife(revision + 1, then, replaces, by, reason, history);
    }
}
