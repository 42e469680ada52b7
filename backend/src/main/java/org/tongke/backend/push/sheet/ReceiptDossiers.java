package org.tongke.backend.push.sheet;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.page.Edge;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.sheet.Cell;
import org.tongke.backend.base.sheet.Dossier;
import org.tongke.backend.base.sheet.Sheet;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.push.Push;
import org.tongke.backend.push.Pushes;
import org.tongke.backend.push.Receipt;
import org.tongke.backend.push.ReceiptFilter;

/** What became of a push by school, as its page filters it. */
@Component
class ReceiptDossiers {
    private static final String PREFIX = "push.sheet.";
    private static final List<String> HEADS =
            List.of("school", "county", "openedBy", "openedAt", "lessons", "remindedAt");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    /** More than a province has schools. */
    private static final PageRequest ALL = new PageRequest(50_000, Optional.empty());

    private final Pushes pushes;
    private final Schools schools;
    private final Regions regions;
    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    ReceiptDossiers(Pushes pushes, Schools schools, Regions regions, Texts texts, Clock clock, ZoneId zone) {
        this.pushes = pushes;
        this.schools = schools;
        this.regions = regions;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    Dossier of(Push push, Optional<ReceiptFilter> filter, Viewer viewer, Locale locale) {
        var receipts = pushes.receipts(push, filter, ALL).edges().stream()
                .map(Edge::node)
                .toList();
        var found =
                schools.findAll(receipts.stream().map(Receipt::schoolId).collect(Collectors.toSet()), Scope.EVERYWHERE);
        var heads = HEADS.stream().map(head -> word("head." + head, locale)).toList();
        var rows = receipts.stream().map(receipt -> cells(receipt, found)).toList();
        return new Dossier(
                texts.get(PREFIX + "title", locale, push.said().title()),
                List.of(new Sheet(word("receipts", locale), heads, rows)),
                about(push, filter, viewer, locale),
                locale);
    }

    private List<Cell> cells(Receipt receipt, Map<String, School> found) {
        var school = found.get(receipt.schoolId());
        return List.of(
                Cell.of(receipt.schoolName()),
                Cell.of(
                        school == null
                                ? null
                                : regions.find(school.countyCode())
                                        .map(region -> region.name())
                                        .orElse(null)),
                Cell.of(receipt.openedBy()),
                Cell.of(minute(receipt.openedAt())),
                Cell.of(receipt.lessons()),
                Cell.of(minute(receipt.remindedAt())));
    }

    private List<List<String>> about(Push push, Optional<ReceiptFilter> filter, Viewer viewer, Locale locale) {
        return List.of(
                List.of(word("centre", locale), regions.get(push.centreCode()).name()),
                List.of(word("state", locale), word("state." + push.state(), locale)),
                List.of(
                        word("choice", locale),
                        word("choice." + filter.map(Enum::name).orElse("ALL"), locale)),
                List.of(word("asOf", locale), MINUTE.format(clock.instant().atZone(zone))),
                List.of(word("madeBy", locale), viewer.name()));
    }

    private @Nullable String minute(@Nullable Instant at) {
        return at == null ? null : MINUTE.format(at.atZone(zone));
    }

    private String word(String key, Locale locale) {
        return texts.get(PREFIX + key, locale);
    }
}
