package org.tongke.backend.verification.sheet;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.sheet.Cell;
import org.tongke.backend.base.sheet.Dossier;
import org.tongke.backend.base.sheet.Sheet;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.term.BellSchedules;
import org.tongke.backend.term.PeriodNames;
import org.tongke.backend.term.SchoolBells;
import org.tongke.backend.verification.LessonSummaries;
import org.tongke.backend.verification.LessonSummaries.LessonSummary;
import org.tongke.backend.verification.LessonSummaries.Row;
import org.tongke.backend.verification.words.Words;

/** The summary table of lessons 课堂信息汇总表 of a community, as offices hand it on. */
@Component
class LessonDossiers {
    private static final String PREFIX = "verification.lessons.";
    private static final List<String> HEADS = List.of(
            "date",
            "time",
            "periods",
            "kind",
            "subject",
            "grade",
            "class",
            "topic",
            "teachers",
            "schools",
            "attended",
            "counts");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final LessonSummaries summaries;
    private final BellSchedules bells;
    private final PeriodNames periods;
    private final ActivityKinds kinds;
    private final Subjects subjects;
    private final Grades grades;
    private final Words.Source words;
    private final Texts texts;

    LessonDossiers(
            LessonSummaries summaries,
            BellSchedules bells,
            PeriodNames periods,
            ActivityKinds kinds,
            Subjects subjects,
            Grades grades,
            Words.Source words,
            Texts texts) {
        this.summaries = summaries;
        this.bells = bells;
        this.periods = periods;
        this.kinds = kinds;
        this.subjects = subjects;
        this.grades = grades;
        this.words = words;
        this.texts = texts;
    }

    Dossier of(Community community, Programme programme, Viewer viewer, Locale locale) {
        var summary = summaries.of(community, programme);
        var schedules = bells.findAll(schoolNames(summary));
        var rows = summary.rows().stream()
                .map(row -> cells(row, schedules, programme.zone(), locale))
                .toList();
        var sheet = new Sheet(
                texts.get(PREFIX + "sheet", locale),
                HEADS.stream()
                        .map(head -> texts.get(PREFIX + "head." + head, locale))
                        .toList(),
                rows);
        return new Dossier(
                texts.get(PREFIX + "title", locale, community.name()),
                List.of(sheet),
                List.of(
                        List.of(
                                texts.get("verification.sheet.programme", locale),
                                programme.name().in(locale)),
                        List.of(
                                texts.get(PREFIX + "total", locale),
                                texts.get(PREFIX + "total.of", locale, rows.size(), summary.countedCount())),
                        List.of(texts.get("verification.sheet.asOf", locale), minute(summary.asOf(), programme.zone())),
                        List.of(texts.get("verification.sheet.madeBy", locale), viewer.name())),
                locale);
    }

    static String minute(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).format(at.atZone(zone));
    }

    private List<Cell> cells(Row row, Map<String, SchoolBells> schedules, ZoneId zone, Locale locale) {
        var activity = row.activity();
        var start = activity.startsAt().atZone(zone);
        var end = activity.endsAt().atZone(zone);
        return List.of(
                Cell.of(start.toLocalDate()),
                Cell.of(TIME.format(start) + "–" + TIME.format(end)),
                Cell.of(periods(activity, schedules, zone, locale)),
                Cell.of(kinds.get(activity.kindCode()).name().in(locale)),
                Cell.of(Optional.ofNullable(activity.subjectCode())
                        .map(code -> subjects.get(code).name().in(locale))
                        .orElse(null)),
                Cell.of(Optional.ofNullable(activity.gradeCode())
                        .flatMap(grades::find)
                        .map(grade -> grade.name().in(locale))
                        .orElse(null)),
                Cell.of(classes(activity)),
                Cell.of(activity.title()),
                Cell.of(joined(activity.teachers().stream().map(ActivityTeacher::name), locale)),
                Cell.of(joined(activity.schools().stream().map(ActivitySchool::name), locale)),
                Cell.of(Optional.ofNullable(activity.attendance())
                        .map(said -> said.attended())
                        .orElse(null)),
                Cell.of(verdict(row, locale)));
    }

    private String verdict(Row row, Locale locale) {
        if (row.counts()) {
            return texts.get(PREFIX + "counts", locale);
        }
        return row.reason() == null
                ? texts.get(PREFIX + "notAsked", locale)
                : texts.get(
                        PREFIX + "not",
                        locale,
                        words.in(locale, Map.of()).reason(Objects.requireNonNull(row.reason())));
    }

    /** The class told for the whole, else those of the schools. */
    private static String classes(Activity activity) {
        return Optional.ofNullable(activity.className())
                .orElseGet(() -> activity.schools().stream()
                        .flatMap(school -> Stream.ofNullable(school.className()))
                        .distinct()
                        .collect(Collectors.joining(" / ")));
    }

    /** The period at each school; said once where it is the same at all. */
    private String periods(Activity activity, Map<String, SchoolBells> schedules, ZoneId zone, Locale locale) {
        var start = activity.startsAt().atZone(zone);
        var end = activity.endsAt().atZone(zone);
        var sameDay = start.toLocalDate().equals(end.toLocalDate());
        var bySchool = activity.schools().stream()
                .filter(school -> schedules.containsKey(school.schoolId()))
                .map(school -> List.of(
                        school.name(),
                        periods.of(
                                Objects.requireNonNull(schedules.get(school.schoolId()))
                                        .on(start.toLocalDate())
                                        .place(start.toLocalTime(), sameDay ? end.toLocalTime() : LocalTime.MAX),
                                locale)))
                .toList();
        var different = bySchool.stream().map(List::getLast).distinct().toList();
        return different.size() == 1
                ? different.getFirst()
                : joined(bySchool.stream().map(pair -> String.join(" ", pair)), locale);
    }

    private String joined(Stream<String> words, Locale locale) {
        return words.distinct().collect(Collectors.joining(texts.get("verification.sheet.and", locale)));
    }

    private static Map<String, String> schoolNames(LessonSummary summary) {
        var names = new HashMap<String, String>();
        summary.rows()
                .forEach(
                        row -> row.activity().schools().forEach(school -> names.put(school.schoolId(), school.name())));
        return names;
    }
}
