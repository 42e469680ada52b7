package org.tongke.backend.exchange;

import java.time.LocalDate;

/**
 * What a supplier sent on a day of the programme's zone.
 *
 * @param day the day on which the batches came, or last came
 * @param batches how many
 * @param counts their rows by result
 */
public record DayCounts(LocalDate day, int batches, RowCounts counts) {}
