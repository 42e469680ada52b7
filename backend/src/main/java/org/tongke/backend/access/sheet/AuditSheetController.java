package org.tongke.backend.access.sheet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.backend.access.CallerFilter;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.audit.AuditEntries;
import org.tongke.backend.audit.AuditEntry;
import org.tongke.backend.audit.AuditNames;
import org.tongke.backend.audit.AuditQuestion;
import org.tongke.backend.audit.AuditWords;
import org.tongke.backend.audit.AuditWords.Told;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.sheet.Cell;
import org.tongke.backend.base.sheet.Downloads;
import org.tongke.backend.base.sheet.LongTable;

/** The audit trail as a workbook, as its page filters it. Whoever may not read it finds nothing at the address. */
@RestController
class AuditSheetController {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> HEADS =
            List.of("at", "by", "source", "address", "kind", "thing", "field", "before", "after");

    private final AuditEntries entries;
    private final AuditWords words;
    private final AuditNames names;
    private final WhoMay whoMay;
    private final Downloads downloads;
    private final Texts texts;
    private final About about;
    private final ZoneId zone;

    AuditSheetController(
            AuditEntries entries,
            AuditWords words,
            AuditNames names,
            WhoMay whoMay,
            Downloads downloads,
            Texts texts,
            About about,
            ZoneId zone) {
        this.entries = entries;
        this.words = words;
        this.names = names;
        this.whoMay = whoMay;
        this.downloads = downloads;
        this.texts = texts;
        this.about = about;
        this.zone = zone;
    }

    @GetMapping("/exports/audit.xlsx")
    void workbook(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String byName,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String thing,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request,
            HttpServletResponse answer)
            throws IOException {
        var viewer = CallerFilter.viewerOf(request);
        var permission = whoMay.permission("Query.auditEntries", viewer);
        if (!permission.allowed()) {
            answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var locale = Texts.languageOf(lang == null ? request.getLocale() : Locale.forLanguageTag(lang));
        var asked = AuditQuestion.ofDays(from, to, zone, by, byName, kind, thing);
        var filters = Stream.<@Nullable Object>of(from, to, byName, kind == null ? null : words.kind(kind, locale))
                .<@Nullable String>map(limit -> limit == null ? null : limit.toString());
        var heads = HEADS.stream().map(head -> word(head, locale)).toList();
        Iterator<List<List<Cell>>> rows = LongTable.parts(
                after -> entries.list(
                        asked,
                        PageRequest.ofFile(AuditEntries.LIST, AuditEntries.LIST_KEYS, after),
                        permission.scope()),
                found -> rows(found, locale));
        downloads.workbook(
                Optional.of(
                        new LongTable(word("title", locale), heads, rows, about.of(filters, viewer, locale), locale)),
                answer);
    }

    private List<List<Cell>> rows(List<AuditEntry> found, Locale locale) {
        var named = new HashMap<>(names.ofThings(found, locale));
        named.putAll(names.inChanges(found, locale));
        return found.stream()
                .flatMap(entry -> rows(entry, named, locale).stream())
                .toList();
    }

    /** A row for each value that was changed; one for a thing that was entered. */
    private List<List<Cell>> rows(AuditEntry entry, Map<String, String> named, Locale locale) {
        if (entry.fields().isEmpty()) {
            var what = entry.lost() ? "lost" : entry.revision() == 1 ? "entered" : "written";
            return List.of(row(entry, named, new Told(word(what, locale), null, null), locale));
        }
        return entry.fields().stream()
                .map(change -> row(entry, named, words.told(change, named, locale), locale))
                .toList();
    }

    private List<Cell> row(AuditEntry entry, Map<String, String> named, Told told, Locale locale) {
        return List.of(
                Cell.of(time(entry.recordedAt())),
                Cell.of(words.by(entry, locale)),
                Cell.of(words.source(entry, locale)),
                Cell.of(entry.by().address()),
                Cell.of(words.kind(entry.kind(), locale)),
                Cell.of(AuditNames.label(entry, named).orElse(entry.thing())),
                Cell.of(told.field()),
                Cell.of(told.before()),
                Cell.of(told.after()));
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private String word(String key, Locale locale) {
        return texts.get("access.audit." + key, locale);
    }
}
