package org.tongke.backend.timetable.ics;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event of a calendar.
 *
 * @param uid names it for ever, whatever changes
 * @param sequence grows with every change, so that a calendar takes the newest
 * @param changedAt when it last changed
 * @param startsAt when it begins; of a weekly one the first time
 * @param endsAt when it ends
 * @param summary title
 * @param location place; null if there is none
 * @param description what else is to be said; null if nothing is
 * @param url address to join at; null if there is none
 * @param cancelled whether it was called off
 * @param weekly whether it is repeated each week
 * @param lastOn last day on which it is repeated; null without end
 */
record CalendarEvent(
        String uid,
        int sequence,
        Instant changedAt,
        Instant startsAt,
        Instant endsAt,
        String summary,
        @Nullable String location,
        @Nullable String description,
        @Nullable String url,
        boolean cancelled,
        boolean weekly,
        @Nullable LocalDate lastOn) {}
