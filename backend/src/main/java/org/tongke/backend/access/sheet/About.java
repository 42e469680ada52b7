package org.tongke.backend.access.sheet;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.who.Viewer;

/** What must be known of an exported list: what it was filtered by, as of when, and who made it. */
@Component
class About {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    About(Texts texts, Clock clock, ZoneId zone) {
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param filters what it was filtered by, in words; null or blank for what does not limit */
    List<List<String>> of(Stream<@Nullable String> filters, Viewer viewer, Locale locale) {
        var limits =
                filters.filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
        return List.of(
                List.of(word("filters", locale), limits.isEmpty() ? word("all", locale) : limits),
                List.of(word("asOf", locale), TIME.format(clock.instant().atZone(zone))),
                List.of(word("madeBy", locale), viewer.name()));
    }

    private String word(String key, Locale locale) {
        return texts.get("access.sheet." + key, locale);
    }
}
