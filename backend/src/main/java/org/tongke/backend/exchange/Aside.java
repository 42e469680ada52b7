package org.tongke.backend.exchange;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ReportedVersion;

/**
 * A row of a batch that is to be kept aside.
 *
 * @param index place of the row in the batch
 * @param key the activity that it reports on
 * @param version which report on it
 * @param payload the row as it was sent
 * @param problem what is not known
 * @param waits what the row waits for, as {@link Waits} names it
 */
record Aside(
        int index, ActivityKey key, ReportedVersion version, Document payload, RowProblem problem, List<String> waits) {

    QuarantinedRow asRow(Instant seenAt) {
        return new QuarantinedRow(key, version.revision(), payload, problem, seenAt, seenAt, null);
    }
}
