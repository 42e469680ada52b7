package org.tongke.backend.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a push at a school.
 *
 * @param schoolId raw id of the school
 * @param schoolName name of the school when it was delivered
 * @param deliveredAt since when the school sees it; null while it is being delivered
 * @param openedBy how many people of the school have opened the resource
 * @param openedAt when the first of them did; null if nobody has
 * @param lessons how many lessons of the school use the resource
 * @param remindedAt when it was reminded last; null if it was not
 */
public record Receipt(
        String schoolId,
        String schoolName,
        @Nullable Instant deliveredAt,
        int openedBy,
        @Nullable Instant openedAt,
        int lessons,
        @Nullable Instant remindedAt) {}
