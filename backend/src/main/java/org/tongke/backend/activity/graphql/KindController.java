package org.tongke.backend.activity.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.ActivityKind;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.activity.AttributeField;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.who.Viewer;

/** Kinds of activities in the section "activity" of the schema. */
@Controller
class KindController {
    private final ActivityKinds kinds;
    private final Answers answers;

    KindController(ActivityKinds kinds, Answers answers) {
        this.kinds = kinds;
        this.answers = answers;
    }

    @QueryMapping
    List<ActivityKind> activityKinds() {
        return kinds.list();
    }

    @SchemaMapping
    String nameZh(ActivityKind kind) {
        return kind.name().zh();
    }

    @SchemaMapping
    String nameEn(ActivityKind kind) {
        return kind.name().en();
    }

    @SchemaMapping
    String attributesSchema(ActivityKind kind) {
        return kind.attributes().text();
    }

    @SchemaMapping
    List<WrittenField> attributes(ActivityKind kind, Locale locale) {
        return kind.attributes().fields().stream()
                .map(field -> WrittenField.of(field, locale))
                .toList();
    }

    @MutationMapping
    PutActivityKindPayload putActivityKind(@Argument PutActivityKindInput input, Viewer viewer, Locale locale) {
        return answers.to(
                () -> kinds.put(
                        new ActivityKinds.SaidKind(
                                input.code(),
                                input.nameZh(),
                                input.nameEn(),
                                input.subjectRequired(),
                                input.attributesSchema()),
                        Optional.ofNullable(input.expectedRevision()),
                        viewer),
                PutActivityKindPayload::new,
                locale);
    }

    /** A {@code KindAttribute} of the schema. */
    record WrittenField(String code, String label, boolean required, String rule, List<WrittenOption> options) {
        static WrittenField of(AttributeField field, Locale locale) {
            var options = field.options().stream()
                    .map(value -> new WrittenOption(
                            value.toString(),
                            field.findWords(value)
                                    .map(words -> words.in(locale))
                                    .orElse(value.toString())))
                    .toList();
            return new WrittenField(field.code(), field.label().in(locale), field.required(), field.rule(), options);
        }
    }

    /** An {@code AttributeOption} of the schema. */
    record WrittenOption(String value, String label) {}

    record PutActivityKindInput(
            String code,
            String nameZh,
            String nameEn,
            boolean subjectRequired,
            @Nullable String attributesSchema,
            @Nullable Long expectedRevision) {}

    record PutActivityKindPayload(@Nullable ActivityKind kind, List<UserError> errors) {}
}
