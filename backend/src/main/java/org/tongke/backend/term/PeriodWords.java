package org.tongke.backend.term;

import org.jspecify.annotations.Nullable;

/**
 * What a clerk says of a period: nothing is checked yet.
 *
 * @param number its number
 * @param name what the school calls it; null or blank where its number is its name
 * @param from when it begins, as in 09:50
 * @param to when it ends, as in 10:30
 */
public record PeriodWords(int number, @Nullable String name, String from, String to) {}
