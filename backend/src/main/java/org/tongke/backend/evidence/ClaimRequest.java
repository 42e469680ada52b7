package org.tongke.backend.evidence;

import java.util.Optional;
import java.util.UUID;

/**
 * What is to be uploaded, and what it is said to prove, as the client says it.
 *
 * @param id the client's id of the upload
 * @param target for whom the file speaks
 * @param criterion the criterion that it proves, as in 2.1
 * @param activityId raw id of the activity that it shows
 * @param replacesId raw id of the evidence whose place it takes
 * @param fileName name of the file on the device, at most 200 characters
 * @param mediaType type of the file, as in image/jpeg
 * @param sizeBytes length of the bytes
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 * @param note note for those who look at it, at most 500 characters
 */
public record ClaimRequest(
        UUID id,
        ClaimTarget target,
        String criterion,
        Optional<String> activityId,
        Optional<String> replacesId,
        String fileName,
        String mediaType,
        long sizeBytes,
        String sha256,
        Optional<String> note) {}
