package org.tongke.backend.verification.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Activities that are counted together.
 *
 * @param pairedWith id of the member school that shares them with the core school; null for those of the whole community
 */
record PairGroup(@Nullable String pairedWith, List<ActivityFact> activities) {}
