package org.tongke.backend.verification.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.backend.access.CallerFilter;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.sheet.Dossier;
import org.tongke.backend.base.sheet.Downloads;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.verification.AsOf;

/**
 * The edge of workbooks and print pages, below {@code /exports}. Whoever may ask the API for what is in them may fetch them; for all
 * others there is nothing at the address. The language is told by {@code lang}, since a link cannot send a header.
 */
@RestController
class SheetController {
    private static final List<String> REGION_FIELDS = List.of("Region.progress", "RegionProgress.communities");
    private static final List<String> LESSON_FIELDS = List.of("Community.progress", "Activity.attendance");

    private final RegionDossiers regionDossiers;
    private final LessonDossiers lessonDossiers;
    private final Regions regions;
    private final Communities communities;
    private final Programmes programmes;
    private final WhoMay whoMay;
    private final Downloads downloads;
    private final Clock clock;

    SheetController(
            RegionDossiers regionDossiers,
            LessonDossiers lessonDossiers,
            Regions regions,
            Communities communities,
            Programmes programmes,
            WhoMay whoMay,
            Downloads downloads,
            Clock clock) {
        this.regionDossiers = regionDossiers;
        this.lessonDossiers = lessonDossiers;
        this.regions = regions;
        this.communities = communities;
        this.programmes = programmes;
        this.whoMay = whoMay;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** What an address asks for besides the thing itself. */
    private record Asked(Viewer viewer, Locale locale) {
        static Asked of(HttpServletRequest request, @Nullable String lang) {
            return new Asked(
                    CallerFilter.viewerOf(request),
                    Texts.languageOf(lang == null ? request.getLocale() : Locale.forLanguageTag(lang)));
        }
    }

    @GetMapping("/exports/progress/{region}.xlsx")
    ResponseEntity<byte[]> progressWorkbook(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        var asked = Asked.of(request, lang);
        return downloads.workbook(progress(region, programme, asOf, asked));
    }

    @GetMapping("/exports/progress/{region}.html")
    ResponseEntity<String> progressPage(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return downloads.page(progress(region, programme, asOf, Asked.of(request, lang)));
    }

    @GetMapping("/exports/lessons/{community}.xlsx")
    ResponseEntity<byte[]> lessonWorkbook(
            @PathVariable String community,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        var asked = Asked.of(request, lang);
        return downloads.workbook(lessons(community, programme, asked));
    }

    @GetMapping("/exports/lessons/{community}.html")
    ResponseEntity<String> lessonPage(
            @PathVariable String community,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return downloads.page(lessons(community, programme, Asked.of(request, lang)));
    }

    private Optional<Dossier> progress(
            String code, @Nullable String programmeId, @Nullable LocalDate day, Asked asked) {
        var region = regions.find(code).filter(one -> maySee(one, REGION_FIELDS, asked.viewer()));
        return region.flatMap(one -> programmes
                .findOrCurrent(programmeId)
                .map(programme -> regionDossiers.of(
                        one,
                        programme,
                        AsOf.of(day, programme.zone(), clock.instant()),
                        asked.viewer(),
                        asked.locale())));
    }

    private Optional<Dossier> lessons(String id, @Nullable String programmeId, Asked asked) {
        var community = GlobalId.rawOf("Community", id)
                .flatMap(raw -> communities.find(raw, Scope.EVERYWHERE))
                .filter(one -> maySee(one, LESSON_FIELDS, asked.viewer()));
        return community.flatMap(one -> programmes
                .findOrCurrent(programmeId)
                .map(programme -> lessonDossiers.of(one, programme, asked.viewer(), asked.locale())));
    }

    private boolean maySee(Placed thing, List<String> fields, Viewer viewer) {
        return fields.stream()
                .map(field -> whoMay.permission(field, viewer))
                .allMatch(
                        permission -> permission.allowed() && permission.scope().covers(thing.places()));
    }
}
