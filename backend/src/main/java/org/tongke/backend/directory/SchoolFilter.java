package org.tongke.backend.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.who.PlaceKey;

/**
 * Which schools are listed; all conditions hold.
 *
 * @param regionCode only those of this region and the regions below; null for all
 * @param words only those whose name, former name or code holds this, as written, in pinyin or by initials; null for all
 * @param areas only those of one of these areas; empty for all
 * @param stages only those that teach one of these; empty for all
 * @param closed whether only those that are closed, or only those that are not; null for both
 */
public record SchoolFilter(
        @Nullable String regionCode,
        @Nullable String words,
        Collection<SchoolArea> areas,
        Collection<SchoolStage> stages,
        @Nullable Boolean closed) {

    public SchoolFilter {
        areas = List.copyOf(areas);
        stages = List.copyOf(stages);
    }

    Optional<String> place() {
        return Optional.ofNullable(regionCode).map(code -> PlaceKey.region(code).value());
    }

    Optional<String> typed() {
        return Optional.ofNullable(words).filter(text -> !text.isBlank());
    }
}
