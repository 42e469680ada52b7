package org.tongke.backend.timetable;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an own entry, as a client sends it: nothing is checked yet.
 *
 * @param title title
 * @param place where; null or blank if not told
 * @param note note; null or blank for none
 * @param colour its colour
 * @param startsAt when it begins for the first time
 * @param endsAt when it ends for the first time
 * @param weekly whether it comes again each week
 * @param until last day on which a weekly one may begin; null for no end
 */
public record OwnWords(
        String title,
        @Nullable String place,
        @Nullable String note,
        OwnColour colour,
        Instant startsAt,
        Instant endsAt,
        boolean weekly,
        @Nullable LocalDate until) {}
