package org.tongke.backend.activity.graphql;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.ActivityField;
import org.tongke.backend.activity.ActivityKind;
import org.tongke.backend.activity.ActivityKinds;
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
    private final ZoneId zone;

    ActivityWords(Texts texts, ActivityKinds kinds, Subjects subjects, ZoneId zone) {
        this.texts = texts;
        this.kinds = kinds;
        this.subjects = subjects;
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
            case TEACHERS -> each(kept, locale, parts -> teacher(parts, locale));
            case SCHOOLS, ROOM -> each(kept, locale, parts -> String.join(" ", parts));
            case TITLE, CLASS_NAME, COMMUNITY, JOIN_URL, ATTENDANCE -> kept;
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
