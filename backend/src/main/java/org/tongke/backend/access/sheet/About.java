package org.tongke.backend.access.sheet;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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

    /** @param filters what it was filtered by, in words; empty for all */
    List<List<String>> of(String filters, Viewer viewer, Locale locale) {
        return List.of(
                List.of(word("filters", locale), filters.isEmpty() ? word("all", locale) : filters),
                List.of(word("asOf", locale), TIME.format(clock.instant().atZone(zone))),
                List.of(word("madeBy", locale), viewer.name()));
    }

    private String word(String key, Locale locale) {
        return texts.get("access.sheet." + key, locale);
    }
}
