package org.tongke.frontend.component;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** What time it is where the schools are, whatever the server's own clock is set to. */
public final class Today {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Today() {}

    /** Which day it is there. */
    public static LocalDate on() {
        return LocalDate.now(ZONE);
    }

    /** Now, by the clock on their walls. */
    public static OffsetDateTime now() {
        return OffsetDateTime.now(ZONE);
    }
}
