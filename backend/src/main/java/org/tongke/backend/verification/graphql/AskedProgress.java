package org.tongke.backend.verification.graphql;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.verification.ProgressId;

/**
 * Names progress of a community at a moment, for the loader.
 *
 * @param id whose, in which programme
 * @param pastDay the day at whose end it was so; null for now
 */
record AskedProgress(ProgressId id, @Nullable LocalDate pastDay) {}
