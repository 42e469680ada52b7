package org.tongke.backend.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail; what is empty limits nothing.
 *
 * @param from written at this instant or later
 * @param until written before this instant
 * @param by account of whoever wrote
 * @param byName name of whoever wrote, in full
 * @param kind collection of the fact
 * @param thing raw id of the fact
 */
public record AuditQuestion(
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> by,
        Optional<String> byName,
        Optional<String> kind,
        Optional<String> thing) {

    /** The same as people ask: whole days in a zone, and nulls or blanks for what limits nothing. */
    public static AuditQuestion ofDays(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            ZoneId zone,
            @Nullable String by,
            @Nullable String byName,
            @Nullable String kind,
            @Nullable String thing) {
        return new AuditQuestion(
                Optional.ofNullable(from).map(day -> day.atStartOfDay(zone).toInstant()),
                Optional.ofNullable(to)
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                said(by),
                said(byName),
                said(kind),
                said(thing));
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(words -> !words.isEmpty());
    }
}
