package org.tongke.backend.access.sheet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.backend.access.CallerFilter;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.sheet.Cell;
import org.tongke.backend.base.sheet.Downloads;
import org.tongke.backend.base.sheet.LongTable;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolFilter;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.directory.Schools;

/** The schools as their page filters and orders them, as a workbook and as a page to print. Its columns are those that an import knows. */
@RestController
class SchoolSheetController {
    private static final List<String> HEADS = List.of("code", "name", "county", "area", "stages", "address");

    private final Schools schools;
    private final Regions regions;
    private final WhoMay whoMay;
    private final Downloads downloads;
    private final About about;
    private final Texts texts;

    SchoolSheetController(
            Schools schools, Regions regions, WhoMay whoMay, Downloads downloads, About about, Texts texts) {
        this.schools = schools;
        this.regions = regions;
        this.whoMay = whoMay;
        this.downloads = downloads;
        this.about = about;
        this.texts = texts;
    }

    @GetMapping("/exports/schools.xlsx")
    void workbook(Asked asked, HttpServletRequest request, HttpServletResponse answer) throws IOException {
        downloads.workbook(table(asked, request), answer);
    }

    @GetMapping("/exports/schools.html")
    void page(Asked asked, HttpServletRequest request, HttpServletResponse answer) throws IOException {
        downloads.page(table(asked, request), answer);
    }

    /**
     * What is asked for, by the names that the page's own address has.
     *
     * @param region code of the region; null for all
     * @param q part of a name or code; null for all
     * @param area area type; null for all
     * @param stage stage; null for all
     * @param closed 1 for the closed ones instead of the others
     * @param lang language; null for the browser's
     */
    record Asked(
            @Nullable String region,
            @Nullable String q,
            @Nullable SchoolArea area,
            @Nullable SchoolStage stage,
            @Nullable String closed,
            @Nullable String lang) {

        SchoolFilter filter() {
            return new SchoolFilter(
                    region,
                    q,
                    area == null ? List.of() : List.of(area),
                    stage == null ? List.of() : List.of(stage),
                    "1".equals(closed));
        }
    }

    private Optional<LongTable> table(Asked asked, HttpServletRequest request) {
        var viewer = CallerFilter.viewerOf(request);
        var permission = whoMay.permission("Query.schools", viewer);
        if (!permission.allowed()) {
            return Optional.empty();
        }
        var locale = Texts.languageOf(asked.lang() == null ? request.getLocale() : Locale.forLanguageTag(asked.lang()));
        return Optional.of(new LongTable(
                texts.get("access.sheet.schools", locale),
                HEADS.stream()
                        .map(head -> texts.get("access.sheet.school." + head, locale))
                        .toList(),
                LongTable.parts(
                        after -> schools.list(
                                asked.filter(),
                                PageRequest.ofFile(Schools.LIST, Schools.LIST_KEYS, after),
                                permission.scope()),
                        found -> found.stream()
                                .map(school -> row(school, locale))
                                .toList()),
                about.of(filters(asked, locale), viewer, locale),
                locale));
    }

    private Stream<@Nullable String> filters(Asked asked, Locale locale) {
        return Stream.of(
                asked.region() == null
                        ? null
                        : regions.find(asked.region()).map(Region::name).orElse(asked.region()),
                asked.q(),
                asked.area() == null ? null : area(asked.area(), locale),
                asked.stage() == null ? null : stage(asked.stage(), locale),
                "1".equals(asked.closed()) ? texts.get("access.sheet.school.closed", locale) : null);
    }

    private List<Cell> row(School school, Locale locale) {
        return List.of(
                Cell.of(school.facts().code()),
                Cell.of(school.name()),
                Cell.of(regions.get(school.countyCode()).name()),
                Cell.of(area(school.area(), locale)),
                Cell.of(school.facts().stages().stream()
                        .map(stage -> stage(stage, locale))
                        .collect(Collectors.joining("、"))),
                Cell.of(school.facts().address()));
    }

    private String area(SchoolArea area, Locale locale) {
        return texts.get("directory.area." + area, locale);
    }

    private String stage(SchoolStage stage, Locale locale) {
        return texts.get("directory.stage." + stage, locale);
    }
}
