package org.tongke.standalone.support;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days that a test can count on, whatever day and hour it runs on. */
public final class Weeks {
    private Weeks() {}

    /** Of the week that comes in China: nothing of it is over, so that no day of it is folded on a phone. */
    public static LocalDate nextMonday() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusWeeks(1).with(DayOfWeek.MONDAY);
    }
}
