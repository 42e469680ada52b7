package org.tongke.backend.verification.review;

import java.util.Optional;

/**
 * Something to mend, as a reviewer says it.
 *
 * @param criterion number of the criterion at which it stands
 * @param evidenceId raw id of the evidence that is meant
 * @param activityId raw id of the activity that is meant
 * @param reason why
 */
public record ItemSaid(String criterion, Optional<String> evidenceId, Optional<String> activityId, String reason) {}
