package org.tongke.backend.community.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.backend.access.CallerFilter;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.sheet.Dossier;
import org.tongke.backend.base.sheet.Downloads;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.directory.Regions;

/** The edge of tables of targets, below {@code /exports/targets}: for everybody signed in, as targets are in the API. */
@RestController
class TargetSheetController {
    private static final String FIELD = "Query.region";

    private final TargetDossiers dossiers;
    private final Programmes programmes;
    private final Regions regions;
    private final WhoMay whoMay;
    private final Downloads downloads;

    TargetSheetController(
            TargetDossiers dossiers, Programmes programmes, Regions regions, WhoMay whoMay, Downloads downloads) {
        this.dossiers = dossiers;
        this.programmes = programmes;
        this.regions = regions;
        this.whoMay = whoMay;
        this.downloads = downloads;
    }

    @GetMapping("/exports/targets/{region}.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return downloads.workbook(dossier(region, programme, show, lang, request));
    }

    @GetMapping("/exports/targets/{region}.html")
    ResponseEntity<String> page(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return downloads.page(dossier(region, programme, show, lang, request));
    }

    private Optional<Dossier> dossier(
            String code, @Nullable String programmeId, String show, @Nullable String lang, HttpServletRequest request) {
        var viewer = CallerFilter.viewerOf(request);
        if (!whoMay.permission(FIELD, viewer).allowed()) {
            return Optional.empty();
        }
        var locale = Texts.languageOf(lang == null ? request.getLocale() : Locale.forLanguageTag(lang));
        return regions.find(code)
                .flatMap(region -> programmes
                        .findOrCurrent(programmeId)
                        .flatMap(programme -> TargetChoice.of(show)
                                .flatMap(choice -> dossiers.of(region, programme, choice, viewer, locale))));
    }
}
