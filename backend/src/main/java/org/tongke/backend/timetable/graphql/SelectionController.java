package org.tongke.backend.timetable.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.CourseSeries;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.HiddenThings;
import org.tongke.backend.timetable.Selections;
import org.tongke.backend.timetable.Standing;

/** What a timetable shows and hides, in the section "timetable" of the schema. */
@Controller
class SelectionController {
    private final Selections selections;
    private final Answers answers;

    SelectionController(Selections selections, Answers answers) {
        this.selections = selections;
        this.answers = answers;
    }

    @QueryMapping
    HiddenThings hiddenThings(Viewer viewer) {
        return selections.hidden(viewer);
    }

    @BatchMapping
    Map<Activity, Standing> standing(List<Activity> activities, @ContextValue Viewer viewer) {
        return selections.standings(viewer, activities);
    }

    @MutationMapping
    ActivityPayload hideActivity(@Argument ActivityInput input, Viewer viewer, Locale locale) {
        return activity(locale, () -> Optional.of(selections.hide(viewer, input.activityId())));
    }

    @MutationMapping
    ActivityPayload showActivity(@Argument ActivityInput input, Viewer viewer, Locale locale) {
        return activity(locale, () -> selections.show(viewer, input.activityId()));
    }

    @MutationMapping
    ActivityPayload addActivity(@Argument ActivityInput input, Viewer viewer, Locale locale) {
        return activity(locale, () -> Optional.of(selections.add(viewer, input.activityId())));
    }

    @MutationMapping
    ActivityPayload removeActivity(@Argument ActivityInput input, Viewer viewer, Locale locale) {
        return activity(locale, () -> selections.remove(viewer, input.activityId()));
    }

    @MutationMapping
    SeriesPayload hideSeries(@Argument SeriesInput input, Viewer viewer, Locale locale) {
        return series(locale, () -> Optional.of(selections.hideSeries(viewer, input.seriesId())));
    }

    @MutationMapping
    SeriesPayload showSeries(@Argument SeriesInput input, Viewer viewer, Locale locale) {
        return series(locale, () -> selections.showSeries(viewer, input.seriesId()));
    }

    private ActivityPayload activity(Locale locale, Supplier<Optional<Activity>> command) {
        return answers.to(command, (done, errors) -> new ActivityPayload(unwrap(done), errors), locale);
    }

    private SeriesPayload series(Locale locale, Supplier<Optional<CourseSeries>> command) {
        return answers.to(command, (done, errors) -> new SeriesPayload(unwrap(done), errors), locale);
    }

    private static <T> @Nullable T unwrap(@Nullable Optional<T> done) {
        return done == null ? null : done.orElse(null);
    }

    record ActivityInput(String activityId) {}

    record ActivityPayload(@Nullable Activity activity, List<UserError> errors) {}

    record SeriesInput(String seriesId) {}

    record SeriesPayload(@Nullable CourseSeries series, List<UserError> errors) {}
}
