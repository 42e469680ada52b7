package org.tongke.backend.exchange;

import java.time.Instant;
import java.util.List;
import org.bson.Document;

/**
 * The record of a batch.
 *
 * @param receivedAt when it first came
 * @param lastReceivedAt when it last came
 * @param counts its rows by result, when it last came
 * @param refused rows that were not taken, when it last came
 */
public record Batch(Instant receivedAt, Instant lastReceivedAt, RowCounts counts, List<RefusedRow> refused) {

    public Batch {
        refused = List.copyOf(refused);
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
