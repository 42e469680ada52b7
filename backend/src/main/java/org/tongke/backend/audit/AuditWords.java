package org.tongke.backend.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.mongo.FieldChange;

/** Entries of the trail in words. What a room above has no words for here is shown as it is stored. */
@Component
public class AuditWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d\\S*Z");
    private static final String SEPARATOR = ", ";

    private final Texts texts;
    private final ZoneId zone;

    AuditWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** A kind of fact. */
    public String kind(String kind, Locale locale) {
        return texts.find("audit.kind." + kind, locale).orElse(kind);
    }

    /** Who wrote. */
    public String by(AuditEntry entry, Locale locale) {
        var name = entry.by().name();
        return name == null || name.isEmpty() ? texts.get("audit.by.system", locale) : name;
    }

    /** From where. */
    public String source(AuditEntry entry, Locale locale) {
        var source = entry.by().source();
        return texts.find("audit.source." + source, locale).orElse(source);
    }

    private String field(FieldChange change, Locale locale) {
        return texts.find("audit.field." + change.field(), locale).orElse(change.field());
    }

    /** What was changed, from what to what. */
    public Told told(FieldChange change, Map<String, String> names, Locale locale) {
        var known = AuditNames.holdsIds(change) ? names : Map.<String, String>of();
        return new Told(
                field(change, locale), value(change.before(), known, locale), value(change.after(), known, locale));
    }

    /** A change in words. */
    public record Told(
            String field, @Nullable String before, @Nullable String after) {}

    private @Nullable String value(@Nullable String value, Map<String, String> names, Locale locale) {
        return value == null
                ? null
                : parts(value)
                        .map(part -> names.containsKey(part) ? names.get(part) : part(part, locale))
                        .collect(Collectors.joining(SEPARATOR));
    }

    /** The parts of a list; those of a lesson stand one a line. */
    static Stream<String> parts(String value) {
        return Arrays.stream(value.split(SEPARATOR + "|\n")).map(part -> part.replace('\t', ' '));
    }

    /** The first word may be a code, as in {@code CLERK 乐清市实验小学}. */
    private String part(String part, Locale locale) {
        var instants = INSTANT.matcher(part);
        if (instants.find()) {
            return instants.replaceAll(found -> Matcher.quoteReplacement(time(found.group())));
        }
        var space = part.indexOf(' ');
        var code = space < 0 ? part : part.substring(0, space);
        var rest = space < 0 ? "" : part.substring(space);
        return texts.find("audit.value." + code, locale)
                .map(words -> words + rest)
                .orElse(part);
    }

    private String time(String instant) {
        try {
            return TIME.format(Instant.parse(instant).atZone(zone));
        } catch (DateTimeParseException notOne) {
            return instant;
        }
    }
}
