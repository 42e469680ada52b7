package org.tongke.backend.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;

/**
 * What somebody says of a school.
 *
 * @param name full name, as on its seal
 * @param area what kind of place it stands in
 * @param facts what else is known
 */
public record SchoolDraft(String name, SchoolArea area, SchoolFacts facts) {

    /**
     * What was written into a form.
     *
     * @throws RefusedException MALFORMED for a code that is none, REQUIRED for half a position, OUT_OF_RANGE for one that is not in China
     */
    public static SchoolDraft said(
            String name,
            SchoolArea area,
            @Nullable String code,
            Collection<SchoolStage> stages,
            @Nullable String campusOf,
            @Nullable String address,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Datum datum) {
        var digits = text(code);
        if (digits != null && !SchoolFacts.isCode(digits)) {
            throw refused(ErrorCode.MALFORMED, "schoolCode", new Phrase("directory.school.code"));
        }
        var facts = new SchoolFacts(
                digits, List.copyOf(stages), campusOf, text(address), position(latitude, longitude, datum));
        return new SchoolDraft(name, area, facts);
    }

    private static @Nullable Position position(
            @Nullable Double latitude, @Nullable Double longitude, @Nullable Datum datum) {
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null || longitude == null || datum == null) {
            throw refused(
                    ErrorCode.REQUIRED, latitude == null ? "latitude" : longitude == null ? "longitude" : "datum");
        }
        if (!Position.isInChina(latitude, Position.ANY_LONGITUDE)) {
            throw refused(ErrorCode.OUT_OF_RANGE, "latitude", Position.SOUTH, Position.NORTH);
        }
        if (!Position.isInChina(latitude, longitude)) {
            throw refused(ErrorCode.OUT_OF_RANGE, "longitude", Position.WEST, Position.EAST);
        }
        return new Position(latitude, longitude, datum);
    }

    private static @Nullable String text(@Nullable String said) {
        return Optional.ofNullable(said)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static RefusedException refused(ErrorCode code, String path, Object... arguments) {
        return new RefusedException(Refusal.of(code, List.of(path), arguments));
    }
}
