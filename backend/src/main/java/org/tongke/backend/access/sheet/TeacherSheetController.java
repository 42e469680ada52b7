package org.tongke.backend.access.sheet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.backend.access.CallerFilter;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.sheet.Cell;
import org.tongke.backend.base.sheet.Downloads;
import org.tongke.backend.base.sheet.LongTable;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.SubjectNames;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.TeacherFilter;
import org.tongke.backend.directory.Teachers;

/** The teachers as their page filters and orders them, as a workbook and as a page to print. Of a number only the end is told. */
@RestController
class TeacherSheetController {
    private static final List<String> HEADS = List.of("name", "school", "county", "subject", "number");

    private final Teachers teachers;
    private final Schools schools;
    private final Regions regions;
    private final SubjectNames subjects;
    private final WhoMay whoMay;
    private final Downloads downloads;
    private final About about;
    private final Texts texts;

    TeacherSheetController(
            Teachers teachers,
            Schools schools,
            Regions regions,
            SubjectNames subjects,
            WhoMay whoMay,
            Downloads downloads,
            About about,
            Texts texts) {
        this.teachers = teachers;
        this.schools = schools;
        this.regions = regions;
        this.subjects = subjects;
        this.whoMay = whoMay;
        this.downloads = downloads;
        this.about = about;
        this.texts = texts;
    }

    @GetMapping("/exports/teachers.xlsx")
    void workbook(Asked asked, HttpServletRequest request, HttpServletResponse answer) throws IOException {
        downloads.workbook(table(asked, request), answer);
    }

    @GetMapping("/exports/teachers.html")
    void page(Asked asked, HttpServletRequest request, HttpServletResponse answer) throws IOException {
        downloads.page(table(asked, request), answer);
    }

    /**
     * What is asked for, by the names that the page's own address has.
     *
     * @param region code of the region; null for all
     * @param school global id of the school, which counts before the region; null for all
     * @param q part of a name; null for all
     * @param subject code of the subject; null for all
     * @param left 1 for those who have left instead of the others
     * @param lang language; null for the browser's
     */
    record Asked(
            @Nullable String region,
            @Nullable String school,
            @Nullable String q,
            @Nullable String subject,
            @Nullable String left,
            @Nullable String lang) {

        TeacherFilter filter() {
            return new TeacherFilter(place(), q, subject, "1".equals(left));
        }

        private @Nullable String place() {
            if (school != null) {
                return PlaceKey.school(GlobalId.rawOrNobodys("School", school)).value();
            }
            return region == null ? null : PlaceKey.region(region).value();
        }
    }

    private Optional<LongTable> table(Asked asked, HttpServletRequest request) {
        var viewer = CallerFilter.viewerOf(request);
        var permission = whoMay.permission("Query.teachers", viewer);
        if (!permission.allowed()) {
            return Optional.empty();
        }
        var locale = Texts.languageOf(asked.lang() == null ? request.getLocale() : Locale.forLanguageTag(asked.lang()));
        return Optional.of(new LongTable(
                texts.get("access.sheet.teachers", locale),
                HEADS.stream()
                        .map(head -> texts.get("access.sheet.teacher." + head, locale))
                        .toList(),
                LongTable.parts(
                        after -> teachers.list(
                                asked.filter(),
                                PageRequest.ofFile(Teachers.LIST, Teachers.LIST_KEYS, after),
                                permission.scope()),
                        found -> rows(found, locale)),
                about.of(filters(asked, locale), viewer, locale),
                locale));
    }

    private Stream<@Nullable String> filters(Asked asked, Locale locale) {
        return Stream.of(
                asked.region() == null
                        ? null
                        : regions.find(asked.region()).map(Region::name).orElse(asked.region()),
                asked.school() == null ? null : schoolName(asked.school()),
                asked.q(),
                asked.subject() == null
                        ? null
                        : subjects.find(asked.subject())
                                .map(code -> subjects.nameOf(code, locale))
                                .orElse(asked.subject()),
                "1".equals(asked.left()) ? texts.get("access.sheet.teacher.left", locale) : null);
    }

    /** Names of schools are everybody's. */
    private String schoolName(String id) {
        return schools.find(GlobalId.rawOrNobodys("School", id), Scope.EVERYWHERE)
                .map(School::name)
                .orElse(id);
    }

    private List<List<Cell>> rows(List<Teacher> found, Locale locale) {
        var at = schools.findAll(found.stream().map(Teacher::schoolId).collect(Collectors.toSet()), Scope.EVERYWHERE);
        return found.stream().map(teacher -> row(teacher, at, locale)).toList();
    }

    private List<Cell> row(Teacher teacher, Map<String, School> at, Locale locale) {
        var school = Optional.ofNullable(at.get(teacher.schoolId()));
        return List.of(
                Cell.of(teacher.name()),
                Cell.of(school.map(School::name).orElse(null)),
                Cell.of(school.map(one -> regions.get(one.countyCode()).name()).orElse(null)),
                Cell.of(teacher.subjectCode() == null ? null : subjects.nameOf(teacher.subjectCode(), locale)),
                Cell.of(teacher.numberEnd()));
    }
}
