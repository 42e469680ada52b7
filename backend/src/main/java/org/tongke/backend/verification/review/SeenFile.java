package org.tongke.backend.verification.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.evidence.Evidence;

/**
 * A piece of evidence as a reviewer sees it.
 *
 * @param evidenceId raw id of the evidence
 * @param criterion the criterion that it proves, as in 2.1
 * @param activityId raw id of the activity that it shows; null if it shows none in particular
 * @param fileId raw id of the file
 * @param sha256 of the file's bytes
 * @param fileName name of the file on the device
 * @param uploadedBy name of the uploader
 * @param uploaderId raw id of the uploader's account
 * @param recordedAt when it was confirmed
 */
public record SeenFile(
        String evidenceId,
        String criterion,
        @Nullable String activityId,
        String fileId,
        String sha256,
        String fileName,
        String uploadedBy,
        String uploaderId,
        Instant recordedAt) {

    static SeenFile of(Evidence evidence) {
        return new SeenFile(
                evidence.id(),
                evidence.criterion(),
                evidence.activityId(),
                evidence.fileId(),
                evidence.fileHash(),
                evidence.fileName(),
                evidence.uploadedBy(),
                evidence.uploaderId(),
                evidence.recordedAt());
    }
}
