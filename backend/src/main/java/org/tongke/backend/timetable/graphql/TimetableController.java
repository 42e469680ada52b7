package org.tongke.backend.timetable.graphql;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.Channel;
import org.tongke.backend.timetable.FollowPreview;
import org.tongke.backend.timetable.Timetables;
import org.tongke.backend.timetable.Week;

/** Queries and mutations in the section "timetable" of the schema. */
@Controller
class TimetableController {
    private final Timetables timetables;
    private final Answers answers;

    TimetableController(Timetables timetables, Answers answers) {
        this.timetables = timetables;
        this.answers = answers;
    }

    @QueryMapping
    Week myWeek(@Argument @Nullable LocalDate day, Viewer viewer) {
        return timetables.week(viewer, Optional.ofNullable(day));
    }

    @QueryMapping
    List<Channel> followedChannels(Viewer viewer) {
        return timetables.channels(viewer);
    }

    @BatchMapping
    Map<Activity, List<Channel>> channels(List<Activity> activities) {
        return timetables.channels(activities);
    }

    @QueryMapping
    Optional<FollowPreview> followPreview(@Argument String channelId, Viewer viewer) {
        return timetables.preview(viewer, channelId);
    }

    @MutationMapping
    FollowChannelPayload followChannel(@Argument FollowChannelInput input, Viewer viewer, Locale locale) {
        return answers.to(() -> timetables.follow(viewer, input.channelId()), FollowChannelPayload::new, locale);
    }

    @MutationMapping
    FollowChannelPayload unfollowChannel(@Argument FollowChannelInput input, Viewer viewer, Locale locale) {
        return answers.to(() -> timetables.unfollow(viewer, input.channelId()), FollowChannelPayload::new, locale);
    }

    record FollowChannelInput(String channelId) {}

    record FollowChannelPayload(@Nullable FollowPreview preview, List<UserError> errors) {}
}
