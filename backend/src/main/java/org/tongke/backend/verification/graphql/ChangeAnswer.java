package org.tongke.backend.verification.graphql;

import org.tongke.backend.verification.review.CriterionChange;
import org.tongke.backend.verification.review.Finding;

/**
 * The type {@code CriterionChange} of the schema.
 *
 * @param finding whose it is
 * @param change what has changed
 * @param words the caller's language, with the names that it needs
 */
record ChangeAnswer(Finding finding, CriterionChange change, FindingWords.In words) {}
