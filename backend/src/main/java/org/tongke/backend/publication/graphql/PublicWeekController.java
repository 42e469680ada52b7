package org.tongke.backend.publication.graphql;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.publication.PublicLesson;
import org.tongke.backend.publication.PublicWeek;
import org.tongke.backend.publication.PublicWeeks;

/** Weeks in the section "publication" of the schema. */
@Controller
class PublicWeekController {
    private final PublicWeeks weeks;
    private final ActivityKinds kinds;
    private final Subjects subjects;
    private final Grades grades;

    PublicWeekController(PublicWeeks weeks, ActivityKinds kinds, Subjects subjects, Grades grades) {
        this.weeks = weeks;
        this.kinds = kinds;
        this.subjects = subjects;
        this.grades = grades;
    }

    @QueryMapping
    Optional<PublicWeek> publicWeek(
            @Argument @Nullable LocalDate week,
            @Argument @Nullable String countyCode,
            @Argument @Nullable String communityId) {
        return communityId == null
                ? weeks.findOfCounty(week, countyCode)
                : GlobalId.rawOf("Community", communityId).flatMap(raw -> weeks.findOfCommunity(week, raw));
    }

    @SchemaMapping
    String countyCode(PublicWeek week) {
        return week.county().code();
    }

    @SchemaMapping
    String countyName(PublicWeek week) {
        return week.county().name();
    }

    /** What tells of a person is called by its subject or kind instead. */
    @SchemaMapping
    String title(PublicLesson lesson, Locale locale) {
        return Optional.ofNullable(lesson.title())
                .or(() -> subject(lesson, locale))
                .orElseGet(() -> kind(lesson, locale));
    }

    @SchemaMapping
    String kind(PublicLesson lesson, Locale locale) {
        return kinds.get(lesson.kindCode()).name().in(locale);
    }

    @SchemaMapping
    Optional<String> subject(PublicLesson lesson, Locale locale) {
        return Optional.ofNullable(lesson.subjectCode())
                .map(code -> subjects.get(code).name().in(locale));
    }

    @SchemaMapping
    Optional<String> grade(PublicLesson lesson, Locale locale) {
        return Optional.ofNullable(lesson.gradeCode())
                .map(code -> grades.get(code).name().in(locale));
    }

    @SchemaMapping
    String communityId(PublicLesson lesson) {
        return new GlobalId("Community", lesson.communityId()).encode();
    }
}
