package org.tongke.backend.verification.graphql;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.verification.ProgressId;

/**
 * Names progress of a community at a moment, for the loader.
 *
 * @param id whose, in which programme
 * @param pastDay the day at whose end it was so; null for now
 * @param facts whether facts are asked for, of which there are a hundred times more than of all else
 */
record AskedProgress(ProgressId id, @Nullable LocalDate pastDay, boolean facts) {}
