package org.tongke.backend.year;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.ActivityState;
import tools.jackson.databind.JsonNode;

/** An activity as its supplier has it now; schools and community by their names in the events. */
record Lesson(
        String id,
        long revision,
        String kind,
        @Nullable String subject,
        Instant start,
        Instant end,
        ActivityState state,
        List<String> schools,
        String community) {

    static Lesson of(JsonNode event) {
        var subject = event.get("subject");
        return new Lesson(
                event.get("id").asString(),
                1,
                event.get("kind").asString(),
                subject.isNull() ? null : subject.asString(),
                instant(event, "start"),
                instant(event, "end"),
                ActivityState.PLANNED,
                schools(event),
                event.get("community").asString());
    }

    Lesson cancelled() {
        return new Lesson(id, revision + 1, kind, subject, start, end, ActivityState.CANCELLED, schools, community);
    }

    Lesson moved(JsonNode event) {
        return new Lesson(
                id,
                revision + 1,
                kind,
                subject,
                instant(event, "start"),
                instant(event, "end"),
                state,
                schools,
                community);
    }

    Lesson rehomed(JsonNode event) {
        return new Lesson(
                id,
                revision + 1,
                kind,
                subject,
                start,
                end,
                state,
                schools(event),
                event.get("community").asString());
    }

    private static List<String> schools(JsonNode event) {
        return event.get("schools").valueStream().map(JsonNode::asString).toList();
    }

    private static Instant instant(JsonNode event, String name) {
        return OffsetDateTime.parse(event.get(name).asString()).toInstant();
    }
}
