package org.tongke.backend.evidence;

import java.time.Instant;
import java.util.List;
import org.tongke.backend.base.mongo.FieldChange;

/**
 * One write to a piece of evidence.
 *
 * @param revision its revision after the write
 * @param recordedAt when it was written
 * @param by name of who wrote it
 * @param fields what changed, in words of then; empty for the first write
 */
public record EvidenceChange(long revision, Instant recordedAt, String by, List<FieldChange> fields) {

    public EvidenceChange {
        fields = List.copyOf(fields);
    }
}
