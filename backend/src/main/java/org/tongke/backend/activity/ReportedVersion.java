package org.tongke.backend.activity;

import java.util.Optional;

/**
 * Which of a supplier's reports on one activity this is.
 *
 * @param revision the supplier's revision, from 1: the greater is the newer, whatever arrives last
 * @param contentHash stands for what the report says: equal where two reports say the same
 */
public record ReportedVersion(long revision, String contentHash) {

    /** What becomes of a report of this version: the one rule about the order of reports. */
    public ApplyOutcome against(Optional<ReportedVersion> here) {
        if (here.isEmpty() || revision > here.get().revision) {
            return new ApplyOutcome.Applied();
        }
        if (revision < here.get().revision) {
            return new ApplyOutcome.Older();
        }
        return contentHash.equals(here.get().contentHash)
                ? new ApplyOutcome.Unchanged()
                : new ApplyOutcome.RevisionReused(revision);
    }
}
