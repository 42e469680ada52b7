package org.tongke.backend.timetable.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    HideActivityPayload hideActivity(@Argument HideActivityInput input, Viewer viewer, Locale locale) {
        return answers.to(
                () -> Optional.of(selections.hide(viewer, input.activityId())), HideActivityPayload::of, locale);
    }

    @MutationMapping
    HideActivityPayload showActivity(@Argument HideActivityInput input, Viewer viewer, Locale locale) {
        return answers.to(() -> selections.show(viewer, input.activityId()), HideActivityPayload::of, locale);
    }

    @MutationMapping
    AddActivityPayload addActivity(@Argument AddActivityInput input, Viewer viewer, Locale locale) {
        return answers.to(
                () -> Optional.of(selections.add(viewer, input.activityId())), AddActivityPayload::of, locale);
    }

    @MutationMapping
    AddActivityPayload removeActivity(@Argument AddActivityInput input, Viewer viewer, Locale locale) {
        return answers.to(() -> selections.remove(viewer, input.activityId()), AddActivityPayload::of, locale);
    }

    @MutationMapping
    HideSeriesPayload hideSeries(@Argument HideSeriesInput input, Viewer viewer, Locale locale) {
        return answers.to(
                () -> Optional.of(selections.hideSeries(viewer, input.seriesId())), HideSeriesPayload::of, locale);
    }

    @MutationMapping
    HideSeriesPayload showSeries(@Argument HideSeriesInput input, Viewer viewer, Locale locale) {
        return answers.to(() -> selections.showSeries(viewer, input.seriesId()), HideSeriesPayload::of, locale);
    }

    private static <T> @Nullable T unwrap(@Nullable Optional<T> done) {
        return done == null ? null : done.orElse(null);
    }

    record HideActivityInput(String activityId) {}

    record HideActivityPayload(@Nullable Activity activity, List<UserError> errors) {
        static HideActivityPayload of(@Nullable Optional<Activity> done, List<UserError> errors) {
            return new HideActivityPayload(unwrap(done), errors);
        }
    }

    record AddActivityInput(String activityId) {}

    record AddActivityPayload(@Nullable Activity activity, List<UserError> errors) {
        static AddActivityPayload of(@Nullable Optional<Activity> done, List<UserError> errors) {
            return new AddActivityPayload(unwrap(done), errors);
        }
    }

    record HideSeriesInput(String seriesId) {}

    record HideSeriesPayload(@Nullable CourseSeries series, List<UserError> errors) {
        static HideSeriesPayload of(@Nullable Optional<CourseSeries> done, List<UserError> errors) {
            return new HideSeriesPayload(unwrap(done), errors);
        }
    }
}
