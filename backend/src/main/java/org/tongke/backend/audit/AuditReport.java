package org.tongke.backend.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the audit trail has found.
 *
 * @param seals how many seals there are
 * @param sealed how many entries they cover
 * @param unsealed how many entries are newer than the last seal
 * @param faults what is not as it was sealed; empty when all is
 */
public record AuditReport(long seals, long sealed, long unsealed, List<Fault> faults) {

    public AuditReport {
        faults = List.copyOf(faults);
    }

    /** Whether nothing was changed behind our back. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /**
     * Something that is not as it was sealed.
     *
     * @param kind what it is
     * @param seal number of the seal
     * @param entry id of the entry; null if it is the seal itself
     */
    public record Fault(FaultKind kind, long seal, @Nullable String entry) {}

    /** What can be wrong with a trail. */
    public enum FaultKind {
        /** The seal was changed, or one before it was changed or taken away. */
        SEAL_BROKEN,
        /** A sealed entry is not there. */
        ENTRY_MISSING,
        /** A sealed entry is not what it was. */
        ENTRY_CHANGED,
        /** An entry says that a seal covers it, which it does not. */
        ENTRY_FOREIGN
    }
}
