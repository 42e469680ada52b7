package org.tongke.backend.replay;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The zone and the hours in which everything happens. */
final class Times {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** When lessons begin. */
    static final List<LocalTime> PERIODS = List.of(
            LocalTime.of(8, 0),
            LocalTime.of(8, 50),
            LocalTime.of(9, 50),
            LocalTime.of(10, 40),
            LocalTime.of(13, 30),
            LocalTime.of(14, 20));

    static final int PERIOD_MINUTES = 40;

    private Times() {}
}
