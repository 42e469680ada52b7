package org.tongke.backend.activity;

import java.time.Instant;

/**
 * A place that an activity left on a channel: whoever follows the channel sees there where it went.
 *
 * @param channel the channel on which it stood there
 * @param startsAt when it would have begun
 * @param endsAt when it would have ended
 */
public record VacatedSlot(String channel, Instant startsAt, Instant endsAt) {}
