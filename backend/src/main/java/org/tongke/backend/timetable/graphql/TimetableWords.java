package org.tongke.backend.timetable.graphql;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.term.PeriodNames;
import org.tongke.backend.timetable.Channel;
import org.tongke.backend.timetable.Conflict;
import org.tongke.backend.timetable.FollowPreview;
import org.tongke.backend.timetable.OwnEntry;
import org.tongke.backend.timetable.SchoolPeriod;
import org.tongke.backend.timetable.WeekDay;
import org.tongke.backend.timetable.WeekEntry;
import org.tongke.calendar.DayKind;

/** What the section "timetable" of the schema says in the caller's language. */
@Controller
class TimetableWords {
    /** How many conflicts are named. */
    private static final int MOST_NAMED = 3;

    private final Texts texts;
    private final Subjects subjects;
    private final PeriodNames periods;
    private final Map<Locale, EntrySentence> sentences;

    TimetableWords(Texts texts, Subjects subjects, PeriodNames periods, ZoneId zone) {
        this.texts = texts;
        this.subjects = subjects;
        this.periods = periods;
        sentences = Set.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH).stream()
                .collect(Collectors.toMap(
                        language -> language,
                        language -> new EntrySentence(new WordsOf(texts, subjects, language), language, zone)));
    }

    @SchemaMapping
    String sentence(WeekEntry entry, Viewer viewer, Locale locale) {
        var ownSchools = viewer.places().stream()
                .filter(place -> !place.isRegion())
                .map(PlaceKey::raw)
                .collect(Collectors.toSet());
        var ownPeriod = entry.findOwnPeriod().map(period -> label(period, locale));
        return Objects.requireNonNull(sentences.get(Texts.languageOf(locale))).of(entry, ownSchools, ownPeriod);
    }

    @SchemaMapping
    String label(SchoolPeriod period, Locale locale) {
        return periods.of(period.place(), locale);
    }

    @SchemaMapping
    String sentence(OwnEntry entry, Locale locale) {
        return Objects.requireNonNull(sentences.get(Texts.languageOf(locale))).of(entry);
    }

    @SchemaMapping
    List<String> conflicts(WeekEntry entry) {
        return ids(entry.conflicts());
    }

    @SchemaMapping
    List<String> conflicts(OwnEntry entry) {
        return ids(entry.conflicts());
    }

    @SchemaMapping
    @Nullable
    String conflictWords(WeekEntry entry, Locale locale) {
        return words(entry.conflicts(), locale);
    }

    @SchemaMapping
    @Nullable
    String conflictWords(OwnEntry entry, Locale locale) {
        return words(entry.conflicts(), locale);
    }

    private static List<String> ids(List<Conflict> conflicts) {
        return conflicts.stream().map(Conflict::id).distinct().toList();
    }

    private @Nullable String words(List<Conflict> conflicts, Locale locale) {
        if (conflicts.isEmpty()) {
            return null;
        }
        var named = conflicts.stream()
                .limit(MOST_NAMED)
                .map(conflict -> texts.get("timetable.conflict.name", locale, nameOf(conflict, locale)))
                .collect(Collectors.joining(texts.get("timetable.conflict.and", locale)));
        var key = conflicts.size() > MOST_NAMED ? "timetable.conflict.more" : "timetable.conflict.some";
        return texts.get(key, locale, named);
    }

    private String nameOf(Conflict conflict, Locale locale) {
        return conflict.subjectCode() == null
                ? conflict.title()
                : subjects.get(conflict.subjectCode()).name().in(locale);
    }

    @SchemaMapping
    String name(Channel channel, Locale locale) {
        return channel.subjectCode() == null
                ? channel.name()
                : texts.get(
                        "timetable.channel.subject",
                        locale,
                        channel.name(),
                        subjects.get(channel.subjectCode()).name().in(locale));
    }

    @SchemaMapping
    String words(FollowPreview preview, Locale locale) {
        if (preview.nextWeek() == 0) {
            return texts.get("timetable.preview.none", locale);
        }
        var key = preview.nextWeek() < FollowPreview.MOST_COUNTED ? "timetable.preview.some" : "timetable.preview.many";
        return texts.get(key, locale, preview.nextWeek());
    }

    @SchemaMapping
    NamedKind kind(WeekDay day) {
        return switch (day.kind()) {
            case DayKind.SchoolDay _ -> NamedKind.SCHOOL_DAY;
            case DayKind.Weekend _ -> NamedKind.WEEKEND;
            case DayKind.Holiday _ -> NamedKind.HOLIDAY;
            case DayKind.MakeUp _ -> NamedKind.MAKE_UP;
            case DayKind.Unknown _ -> NamedKind.UNKNOWN;
        };
    }

    @SchemaMapping
    @Nullable
    String name(WeekDay day, Locale locale) {
        return switch (day.kind()) {
            case DayKind.Holiday holiday -> texts.get("timetable.holiday." + holiday.name(), locale);
            case DayKind.MakeUp _ -> texts.get("timetable.makeUp", locale);
            case DayKind.SchoolDay _, DayKind.Weekend _, DayKind.Unknown _ -> null;
        };
    }

    private record WordsOf(Texts texts, Subjects subjects, Locale language) implements EntrySentence.Words {
        @Override
        public String get(String key, Object... arguments) {
            return texts.get(key, language, arguments);
        }

        @Override
        public String subject(String code) {
            return subjects.get(code).name().in(language);
        }
    }

    /** The enum {@code DayKind} of the schema. */
    enum NamedKind {
        SCHOOL_DAY,
        WEEKEND,
        HOLIDAY,
        MAKE_UP,
        UNKNOWN
    }
}
