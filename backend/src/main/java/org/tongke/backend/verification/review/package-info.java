/**
 * The county's finding that a community meets the standard 核验. Owns the collections {@code findings} and {@code findingDecisions}.
 * The judgements that follow a finding, 市级评价 and 省级认定 of a batch and the dossier that proves them, belong to a room above this
 * one; they read findings and change none.
 */
@NullMarked
@NamedInterface("review")
package org.tongke.backend.verification.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
