package org.tongke.backend.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;

/**
 * The record of a batch.
 *
 * @param supplier raw id of the supplier
 * @param batchId the supplier's id of the batch
 * @param isRetry whether it was not sent, but is what went into the timetable out of quarantine at one time
 * @param receivedAt when it first came
 * @param lastReceivedAt when it last came
 * @param counts its rows by result, when it last came
 * @param refused rows that were not taken, when it last came
 */
public record Batch(
        String supplier,
        UUID batchId,
        boolean isRetry,
        Instant receivedAt,
        Instant lastReceivedAt,
        RowCounts counts,
        List<RefusedRow> refused)
        implements Node {

    public Batch {
        refused = List.copyOf(refused);
    }

    static Batch ofRetry(String supplier, UUID id, Instant now, RowCounts counts) {
        return new Batch(supplier, id, true, now, now, counts, List.of());
    }

    /** Raw id. */
    public String id() {
        return idOf(supplier, batchId);
    }

    static String idOf(String supplier, UUID batchId) {
        return supplier + ":" + batchId;
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Batch", id());
    }

    /**
     * A row that was not taken.
     *
     * @param index its place in the batch
     * @param payload the row as it was sent; what is longer than any rule allows is cut
     * @param problem what is wrong with it
     */
    public record RefusedRow(int index, Document payload, RowProblem problem) {}
}
