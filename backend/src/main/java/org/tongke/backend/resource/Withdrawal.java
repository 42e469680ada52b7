package org.tongke.backend.resource;

import java.time.Instant;

/**
 * That a resource was taken back.
 *
 * @param by name of who did it
 * @param at when
 * @param reason why
 */
public record Withdrawal(String by, Instant at, String reason) {}
