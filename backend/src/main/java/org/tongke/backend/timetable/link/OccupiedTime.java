package org.tongke.backend.timetable.link;

import java.time.Instant;

/**
 * A time that an own entry takes, of which nothing else is told.
 *
 * @param startsAt when it begins
 * @param endsAt when it ends
 */
public record OccupiedTime(Instant startsAt, Instant endsAt) {}
