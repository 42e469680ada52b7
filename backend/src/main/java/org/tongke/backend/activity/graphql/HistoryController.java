package org.tongke.backend.activity.graphql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.ActivityField;
import org.tongke.backend.base.mongo.FieldChange;

/** What changed in an activity, written for a person in the caller's language. */
@Controller
class HistoryController {
    private final ActivityWords words;

    HistoryController(ActivityWords words) {
        this.words = words;
    }

    @SchemaMapping
    String field(FieldChange change, Locale locale) {
        return words.name(ActivityField.of(change.field()), locale);
    }

    @SchemaMapping
    @Nullable
    String before(FieldChange change, Locale locale) {
        return words.value(ActivityField.of(change.field()), change.before(), locale);
    }

    @SchemaMapping
    @Nullable
    String after(FieldChange change, Locale locale) {
        return words.value(ActivityField.of(change.field()), change.after(), locale);
    }
}
