package org.tongke.backend.verification.graphql;

import org.tongke.backend.verification.review.Decision;
import org.tongke.backend.verification.review.Finding;

/** The type {@code Decision} of the schema: with the finding that it belongs to. */
record DecisionAnswer(Finding finding, Decision decision) {}
