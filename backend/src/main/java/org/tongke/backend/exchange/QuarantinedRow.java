package org.tongke.backend.exchange;

import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;

/**
 * A row that is kept aside because something that it names is not known here.
 *
 * @param key the activity that it reports on
 * @param revision the supplier's revision
 * @param payload the row as it was sent
 * @param problem what is not known; the path begins in the row
 * @param firstSeenAt when a row on this activity was first kept aside
 * @param lastSeenAt when this row was last sent
 * @param triedAt when it was last looked whether what it names is known now; null if not yet
 */
public record QuarantinedRow(
        ActivityKey key,
        long revision,
        Document payload,
        RowProblem problem,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable Instant triedAt)
        implements Node {

    @Override
    public GlobalId globalId() {
        return new GlobalId("QuarantinedRow", key.id());
    }
}
