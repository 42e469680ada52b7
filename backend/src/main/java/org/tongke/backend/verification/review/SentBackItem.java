package org.tongke.backend.verification.review;

import org.jspecify.annotations.Nullable;
import org.tongke.backend.verification.ProgressFact;

/**
 * Something that the schools are to mend, and why.
 *
 * @param criterion the criterion at which it stands
 * @param fact the activity or the evidence that is meant, as it was; null if it is the criterion as a whole
 * @param reason why, in the reviewer's words
 */
public record SentBackItem(String criterion, @Nullable ProgressFact fact, String reason) {}
