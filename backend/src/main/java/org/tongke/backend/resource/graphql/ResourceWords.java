package org.tongke.backend.resource.graphql;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.resource.ResourceOwner;

/** What the history of resources tells, in words. */
@Component
class ResourceWords {
    private static final String BETWEEN = ", ";

    private final Subjects subjects;
    private final Grades grades;
    private final Texts texts;

    ResourceWords(Subjects subjects, Grades grades, Texts texts) {
        this.subjects = subjects;
        this.grades = grades;
        this.texts = texts;
    }

    /** The type {@code ResourceFieldChange} of the schema. */
    record Field(
            String name, @Nullable String before, @Nullable String after) {}

    /** The resource centre of a region, as the region was called when it shared. */
    String centre(ResourceOwner owner, Locale locale) {
        return texts.get("resource.centre", locale, owner.centreRegionName());
    }

    Field field(FieldChange change, Locale locale) {
        return new Field(
                texts.get("resource.field." + change.field(), locale),
                value(change.field(), change.before(), locale),
                value(change.field(), change.after(), locale));
    }

    private @Nullable String value(String field, @Nullable String kept, Locale locale) {
        if (kept == null || kept.isEmpty()) {
            return null;
        }
        return switch (field) {
            case "subject" -> subjects.get(kept).name().in(locale);
            case "grades" ->
                Arrays.stream(kept.split(BETWEEN))
                        .map(code -> grades.get(code).name().in(locale))
                        .collect(Collectors.joining(texts.get("resource.and", locale)));
            case "stage", "licence", "state" -> texts.get("resource." + field + "." + kept, locale);
            default -> kept;
        };
    }
}
