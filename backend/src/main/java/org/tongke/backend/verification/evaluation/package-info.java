/**
 * What a community has shown of a standard: (facts, standard) → result. Pure: knows no Spring, no MongoDB and no clock, and gives the same
 * result for the same facts in whatever order they come. {@link org.tongke.backend.verification.evaluation.Evaluator} is the way in.
 */
@NullMarked
package org.tongke.backend.verification.evaluation;

import org.jspecify.annotations.NullMarked;
