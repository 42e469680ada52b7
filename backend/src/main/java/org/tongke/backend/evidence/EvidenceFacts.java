package org.tongke.backend.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What is said of a file that is there already.
 *
 * @param criterion the criterion that it proves, as in 2.1
 * @param activityId raw id of the activity that it shows
 * @param note note for those who look at it, at most 500 characters
 * @param communityIds raw ids of the communities that a county's document speaks for; empty to leave them as they are
 */
public record EvidenceFacts(
        String criterion, Optional<String> activityId, Optional<String> note, Optional<List<String>> communityIds) {}
