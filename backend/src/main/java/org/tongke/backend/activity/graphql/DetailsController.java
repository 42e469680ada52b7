package org.tongke.backend.activity.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.CourseSeries;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.id.NodeFinder;

/** What an activity has besides, in the section "activity" of the schema. */
@Controller
class DetailsController {
    private final Subjects subjects;
    private final Grades grades;
    private final ActivityWords words;

    DetailsController(Subjects subjects, Grades grades, ActivityWords words) {
        this.subjects = subjects;
        this.grades = grades;
        this.words = words;
    }

    @QueryMapping
    List<Subject> subjects() {
        return subjects.list();
    }

    @QueryMapping
    List<Grade> grades() {
        return grades.list();
    }

    @SchemaMapping
    Optional<Grade> grade(Activity activity) {
        return Optional.ofNullable(activity.gradeCode()).map(grades::get);
    }

    @SchemaMapping
    String name(Grade grade, Locale locale) {
        return grade.name().in(locale);
    }

    @SchemaMapping
    List<WrittenAttribute> attributes(Activity activity, Locale locale) {
        return activity.details().attributes().stream()
                .map(attribute -> new WrittenAttribute(
                        attribute.code(),
                        words.attribute(activity.kindCode(), attribute.code(), locale),
                        words.attributeValue(
                                activity.kindCode(),
                                attribute.code(),
                                attribute.value().toString(),
                                locale),
                        attribute.value().toString()))
                .toList();
    }

    @Bean
    static NodeFinder seriesNodes(Activities activities) {
        return NodeFinder.of(
                CourseSeries.class,
                (raw, viewer, scope) ->
                        Optional.ofNullable(activities.findSeries(List.of(raw)).get(raw)));
    }

    /** An {@code ActivityAttribute} of the schema. */
    record WrittenAttribute(String code, String label, String value, String said) {}
}
