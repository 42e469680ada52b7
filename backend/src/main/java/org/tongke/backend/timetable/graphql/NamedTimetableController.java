package org.tongke.backend.timetable.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.Channel;
import org.tongke.backend.timetable.NamedTimetable;
import org.tongke.backend.timetable.NamedTimetables;

/** Named parts of timetables in the section "timetable" of the schema. */
@Controller
class NamedTimetableController {
    private final NamedTimetables named;
    private final Answers answers;

    NamedTimetableController(NamedTimetables named, Answers answers) {
        this.named = named;
        this.answers = answers;
    }

    @QueryMapping
    List<NamedTimetable> namedTimetables(Viewer viewer) {
        return named.list(viewer);
    }

    @BatchMapping
    Map<NamedTimetable, List<Channel>> channels(List<NamedTimetable> ofNamed) {
        return named.channels(ofNamed);
    }

    @MutationMapping
    PutNamedTimetablePayload putNamedTimetable(@Argument PutNamedTimetableInput input, Viewer viewer, Locale locale) {
        return answers.to(
                () -> named.put(viewer, input.id(), input.name(), input.channelIds(), input.withOwn()),
                PutNamedTimetablePayload::new,
                locale);
    }

    @MutationMapping
    RemoveNamedTimetablePayload removeNamedTimetable(@Argument RemoveNamedTimetableInput input, Viewer viewer) {
        named.remove(viewer, input.id());
        return new RemoveNamedTimetablePayload(input.id());
    }

    record PutNamedTimetableInput(UUID id, String name, List<String> channelIds, boolean withOwn) {}

    record PutNamedTimetablePayload(@Nullable NamedTimetable timetable, List<UserError> errors) {}

    record RemoveNamedTimetableInput(UUID id) {}

    record RemoveNamedTimetablePayload(UUID id) {}
}
