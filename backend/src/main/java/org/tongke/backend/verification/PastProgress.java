package org.tongke.backend.verification;

import java.time.LocalDate;

/**
 * Progress of a community as it stood at the end of several days.
 *
 * @param progress what was shown, without facts
 * @param revision how often it had been written
 * @param from the first of the days: that of its last writing
 * @param until the day after the last of them: that of the next writing
 */
record PastProgress(CommunityProgress progress, long revision, LocalDate from, LocalDate until) {}
