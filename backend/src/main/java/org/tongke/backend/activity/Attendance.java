package org.tongke.backend.activity;

import java.time.Instant;

/**
 * What a school says of an activity after it has begun.
 *
 * @param attended how many attended at all schools together
 * @param recordedAt when it was said
 */
public record Attendance(int attended, Instant recordedAt) {}
