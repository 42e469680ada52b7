package org.tongke.backend.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which teachers are listed; all conditions hold.
 *
 * @param place key of a school or region in which they teach; null for all
 * @param words only those whose name holds this, as written, in pinyin or by initials; null for all
 * @param subjectCode only those of this subject; null for all
 * @param left whether only those who have left, or only those who have not; null for both
 */
public record TeacherFilter(
        @Nullable String place,
        @Nullable String words,
        @Nullable String subjectCode,
        @Nullable Boolean left) {

    Optional<String> typed() {
        return Optional.ofNullable(words).filter(text -> !text.isBlank());
    }
}
