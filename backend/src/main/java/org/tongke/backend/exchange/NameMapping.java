package org.tongke.backend.exchange;

import java.time.Instant;

/**
 * What a supplier's name stands for here.
 *
 * @param key the name
 * @param to code of the subject or grade, or raw id of the school or teacher
 * @param mappedAt when somebody said so
 * @param mappedBy name of whoever said so
 */
public record NameMapping(NameKey key, String to, Instant mappedAt, String mappedBy) {}
