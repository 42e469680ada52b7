package org.tongke.backend.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that shows the real time until it is set, and then stands until it is moved. */
public final class TestClock extends Clock {
    private final AtomicReference<Clock> shown = new AtomicReference<>(Clock.systemUTC());

    /** Stands at an instant from now on. */
    public void set(Instant instant) {
        shown.set(Clock.fixed(instant, ZoneOffset.UTC));
    }

    /** Stands at an instant that is written as in {@code 2021-06-30T10:00:00+08:00} from now on. */
    public void set(String time) {
        set(OffsetDateTime.parse(time).toInstant());
    }

    /** Moves on from what it shows, and stands there. */
    public void advance(Duration by) {
        set(instant().plus(by));
    }

    /** Shows the real time again. */
    public void release() {
        shown.set(Clock.systemUTC());
    }

    @Override
    public Instant instant() {
        return shown.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** What the clock shows does not depend on its zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
