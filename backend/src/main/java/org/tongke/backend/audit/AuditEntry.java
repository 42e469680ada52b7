package org.tongke.backend.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;

/**
 * A write of a fact, as the trail keeps it.
 *
 * @param id collection:id:revision
 * @param by who wrote, and from where
 * @param kind collection of the fact
 * @param thing raw id of the fact
 * @param label name of the thing as it was then; null if it has none
 * @param revision how often the fact had been written then
 * @param fields what was changed; empty for the first write
 * @param lost whether changes up to here were not copied in time
 */
public record AuditEntry(
        String id,
        Instant recordedAt,
        Origin by,
        String kind,
        String thing,
        @Nullable String label,
        long revision,
        List<FieldChange> fields,
        boolean lost) {

    public AuditEntry {
        fields = List.copyOf(fields);
    }
}
