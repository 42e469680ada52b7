package org.tongke.backend.timetable.graphql;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.ActivityKinds;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.link.SharedLesson;
import org.tongke.backend.timetable.link.SharedWeek;
import org.tongke.backend.timetable.link.WeekLinks;

/** The link to one's own week, and what it shows, in the section "timetable" of the schema. */
@Controller
class WeekLinkController {
    private final WeekLinks links;
    private final ActivityKinds kinds;
    private final Subjects subjects;
    private final Answers answers;

    WeekLinkController(WeekLinks links, ActivityKinds kinds, Subjects subjects, Answers answers) {
        this.links = links;
        this.kinds = kinds;
        this.subjects = subjects;
        this.answers = answers;
    }

    @QueryMapping
    WeekLink weekLink(Viewer viewer) {
        return links.find(viewer).map(WeekLink::of).orElse(WeekLink.CLOSED);
    }

    @MutationMapping
    OpenWeekLinkPayload openWeekLink(@Argument OpenWeekLinkInput input, Viewer viewer, Locale locale) {
        return answers.to(() -> WeekLink.of(links.open(viewer, input.lastDay())), OpenWeekLinkPayload::new, locale);
    }

    @MutationMapping
    CloseWeekLinkPayload closeWeekLink(Viewer viewer) {
        links.close(viewer);
        return new CloseWeekLinkPayload(WeekLink.CLOSED);
    }

    @QueryMapping
    Optional<SharedWeek> sharedWeek(@Argument String key, @Argument @Nullable LocalDate week) {
        return links.week(key, Optional.ofNullable(week));
    }

    /** What tells of a person is called by its subject or kind instead. */
    @SchemaMapping
    String title(SharedLesson lesson, Locale locale) {
        return Optional.ofNullable(lesson.title())
                .or(() -> subject(lesson, locale))
                .orElseGet(() -> kind(lesson, locale));
    }

    @SchemaMapping
    String kind(SharedLesson lesson, Locale locale) {
        return kinds.get(lesson.kindCode()).name().in(locale);
    }

    @SchemaMapping
    Optional<String> subject(SharedLesson lesson, Locale locale) {
        return Optional.ofNullable(lesson.subjectCode())
                .map(code -> subjects.get(code).name().in(locale));
    }

    /** The type {@code WeekLink}. */
    record WeekLink(@Nullable String url, @Nullable LocalDate lastDay) {
        static final WeekLink CLOSED = new WeekLink(null, null);

        static WeekLink of(WeekLinks.Open open) {
            return new WeekLink(open.url(), open.lastDay());
        }
    }

    record OpenWeekLinkInput(LocalDate lastDay) {}

    record OpenWeekLinkPayload(@Nullable WeekLink link, List<UserError> errors) {}

    record CloseWeekLinkPayload(WeekLink link) {}
}
