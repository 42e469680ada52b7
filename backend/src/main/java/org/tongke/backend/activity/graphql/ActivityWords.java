package org.tongke.backend.activity.graphql;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ActivityField;
import org.tongke.backend.activity.ActivityKind;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.activity.AttributeField;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.error.Texts;

/** Fields of an activity and their kept values, in words. */
@Component
class ActivityWords {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Texts texts;
    private final ActivityKinds kinds;
    private final Subjects subjects;
    private final Grades grades;
    private final ZoneId zone;

    ActivityWords(Texts texts, ActivityKinds kinds, Subjects subjects, Grades grades, ZoneId zone) {
        this.texts = texts;
        this.kinds = kinds;
        this.subjects = subjects;
        this.grades = grades;
        this.zone = zone;
    }

    String name(ActivityField field, Locale locale) {
        return texts.get("activity.field." + field.key(), locale);
    }

    @Nullable
    String value(ActivityField field, @Nullable String kept, Locale locale) {
        if (kept == null) {
            return null;
        }
        return switch (field) {
            case TIME -> time(parts(kept), locale);
            case STATE -> texts.get("activity.state." + kept, locale);
            case KIND ->
                kinds.find(kept)
                        .map(ActivityKind::name)
                        .map(name -> name.in(locale))
                        .orElse(kept);
            case SUBJECT ->
                subjects.find(kept)
                        .map(Subject::name)
                        .map(name -> name.in(locale))
                        .orElse(kept);
            case GRADE ->
                grades.find(kept).map(Grade::name).map(name -> name.in(locale)).orElse(kept);
            case TEACHERS -> each(kept, locale, parts -> teacher(parts, locale));
            case ATTRIBUTES -> each(kept, locale, parts -> attribute(parts, locale));
            case SCHOOLS, ROOM, SCHOOL_CLASSES, MATERIALS, SOURCES ->
                each(kept, locale, parts -> String.join(" ", parts));
            case APART -> texts.get("activity.value." + kept, locale);
            case CANCEL_REASON, TITLE, CLASS_NAME, COMMUNITY, SERIES, JOIN_URL, RECORDING_URL, ATTENDANCE -> kept;
        };
    }

    private String time(List<String> parts, Locale locale) {
        var begin = Instant.parse(parts.getFirst()).atZone(zone);
        var end = Instant.parse(parts.getLast()).atZone(zone);
        var day = DateTimeFormatter.ofPattern(texts.get("activity.time", locale), Texts.languageOf(locale));
        return day.format(begin) + "–" + (isSameDay(begin, end) ? TIME_OF_DAY : day).format(end);
    }

    private static boolean isSameDay(ZonedDateTime one, ZonedDateTime other) {
        return one.toLocalDate().equals(other.toLocalDate());
    }

    private String teacher(List<String> parts, Locale locale) {
        var role = texts.get("activity.role." + parts.getFirst(), locale);
        var named = String.join(" ", parts.subList(1, parts.size()));
        return texts.get("activity.teacher", locale, named, role);
    }

    /** What an attribute is called; its code where the kind has it no more. */
    String attribute(String kindCode, String code, Locale locale) {
        return findField(kindCode, code).map(field -> field.label().in(locale)).orElse(code);
    }

    /** A value of an attribute. */
    String attributeValue(String kindCode, String code, String value, Locale locale) {
        var field = findField(kindCode, code);
        if (field.filter(known -> known.type().equals("boolean")).isPresent()) {
            return texts.get("activity.value." + value, locale);
        }
        return field.flatMap(known -> known.findWords(value))
                .map(words -> words.in(locale))
                .orElse(value);
    }

    private Optional<AttributeField> findField(String kindCode, String code) {
        return kinds.find(kindCode).flatMap(kind -> kind.attributes().find(code));
    }

    private String attribute(List<String> parts, Locale locale) {
        var kind = parts.getFirst();
        var code = parts.get(1);
        return texts.get(
                "activity.attribute",
                locale,
                attribute(kind, code, locale),
                attributeValue(kind, code, parts.getLast(), locale));
    }

    private String each(String kept, Locale locale, InWords inWords) {
        return Arrays.stream(kept.split(ActivityField.LINE))
                .map(line -> inWords.of(parts(line)))
                .collect(Collectors.joining(texts.get("activity.and", locale)));
    }

    private static List<String> parts(String line) {
        return List.of(line.split(ActivityField.PART));
    }

    @FunctionalInterface
    private interface InWords {
        String of(List<String> parts);
    }
}
