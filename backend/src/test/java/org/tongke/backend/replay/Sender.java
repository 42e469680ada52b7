package org.tongke.backend.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.replay.Stage.Habit;
import tools.jackson.databind.JsonNode;

/** Does steps by the API, each until it is answered. */
final class Sender {
    private static final String SYNC = """
            mutation($input: SyncActivitiesInput!) { syncActivities(input: $input) {
              counts { applied unchanged older quarantined refused } errors { code } } }""";
    private static final String REVISION = "query($id: ID!) { node(id: $id) { ... on Activity { revision } } }";
    private static final String BELLS = """
            mutation($input: PutBellScheduleInput!) { putBellSchedule(input: $input) { errors { code } } }""";
    private static final Map<Step.Choosing, String> CHOICES = Map.of(
            Step.Choosing.FOLLOW, "followChannel(input: {channelId: $id})",
            Step.Choosing.UNFOLLOW, "unfollowChannel(input: {channelId: $id})",
            Step.Choosing.HIDE, "hideActivity(input: {activityId: $id})",
            Step.Choosing.SHOW, "showActivity(input: {activityId: $id})",
            Step.Choosing.ADD, "addActivity(input: {activityId: $id})",
            Step.Choosing.HIDE_SERIES, "hideSeries(input: {seriesId: $id})");

    private final Server server;
    private final AtomicInteger rows = new AtomicInteger();

    Sender(Server server) {
        this.server = server;
    }

    /** How many rows were answered so far. */
    int rows() {
        return rows.get();
    }

    /** The id as clients see it of what is written as {@code Type:id}. */
    static String opaque(String thing) {
        var colon = thing.indexOf(':');
        return new GlobalId(thing.substring(0, colon), thing.substring(colon + 1)).encode();
    }

    /** Each school enters its bells for the whole term, and others from its middle on. */
    void ringBells(Stage stage) {
        for (var group : stage.groups()) {
            for (var school : group.schools()) {
                var first = new HashMap<String, Object>(bells(stage, school, stage.monday()));
                send(Stage.clerkOf(group), BELLS, Map.of("input", first), "putBellSchedule");
                var second = new HashMap<String, Object>(bells(stage, school, stage.middle()));
                second.put("expectedRevision", 1);
                send(Stage.clerkOf(group), BELLS, Map.of("input", second), "putBellSchedule");
            }
        }
    }

    private static Map<String, Object> bells(Stage stage, Stage.School school, LocalDate from) {
        var periods = new ArrayList<Map<String, Object>>();
        for (var begin : stage.bells(school, from)) {
            periods.add(Map.of(
                    "number",
                    periods.size() + 1,
                    "from",
                    begin.toString(),
                    "to",
                    begin.plusMinutes(Times.PERIOD_MINUTES).toString()));
        }
        return Map.of("schoolId", opaque("School:" + school.id()), "validFrom", from.toString(), "periods", periods);
    }

    void does(Step step) {
        switch (step) {
            case Step.Batch batch -> sync(batch);
            case Step.Hand hand -> byHand(hand);
            case Step.Choice choice ->
                send(
                        choice.reader().token(),
                        "mutation($id: ID!) { " + CHOICES.get(choice.what()) + " { errors { code } } }",
                        Map.of("id", opaque(choice.thing())),
                        "");
        }
    }

    private void sync(Step.Batch batch) {
        var sent = batch.rows().stream()
                .map(row -> row(row, batch.platform().habit()))
                .toList();
        var input = Map.of("batchId", batch.id().toString(), "activities", sent);
        var payload = send(batch.platform().token(), SYNC, Map.of("input", input), "syncActivities");
        var broken = batch.rows().stream().filter(Step.Row::broken).count();
        var counts = payload.path("counts");
        if (counts.path("refused").asInt() != broken
                || counts.path("quarantined").asInt() > 0) {
            throw new IllegalStateException("of " + batch + " became " + payload);
        }
        rows.addAndGet(batch.rows().size());
    }

    private static Map<String, Object> row(Step.Row row, Habit habit) {
        var said = row.said();
        var sent = new LinkedHashMap<String, Object>();
        sent.put("externalId", said.externalId());
        sent.put("revision", habit == Habit.BY_NIGHT ? Long.toString(said.revision()) : (Object) said.revision());
        sent.put("state", said.cancelled() ? "CANCELLED" : "PLANNED");
        sent.put("kind", kind(said));
        sent.put("title", said.title());
        if (said.subject() != null) {
            sent.put(
                    "subject",
                    habit == Habit.BY_NIGHT
                            ? said.subject().code()
                            : said.subject().name());
        }
        sent.put("startsAt", time(said.startsAt(), habit));
        if (!row.broken()) {
            sent.put("endsAt", time(said.endsAt(), habit));
        }
        if (said.joinUrl() != null) {
            sent.put("joinUrl", said.joinUrl());
        }
        if (said.series() != null) {
            sent.put(
                    "series",
                    Map.of("id", said.series().id(), "name", said.series().name()));
        }
        var schools = new ArrayList<Map<String, Object>>();
        for (var school : said.schools()) {
            var taking = new HashMap<String, Object>(Map.of("name", school.name()));
            if (school.equals(said.taught()) && said.room() != null) {
                taking.put("room", said.room());
            }
            if (school.equals(said.taught()) && said.classSpelled() != null && habit == Habit.AT_RANDOM) {
                taking.put("className", said.classSpelled());
            }
            schools.add(taking);
        }
        sent.put("schools", schools);
        if (said.classSpelled() != null && habit != Habit.AT_RANDOM) {
            sent.put("className", said.classSpelled());
        }
        var teachers = new ArrayList<Map<String, Object>>();
        for (int index = 0; index < said.teachers().size(); index++) {
            teachers.add(Map.of(
                    "name",
                    said.teachers().get(index).name(),
                    "school",
                    Words.schoolOf(said, index).name(),
                    "role",
                    index == 0 ? "LEADS" : "ASSISTS"));
        }
        sent.put("teachers", teachers);
        return sent;
    }

    private static String time(Instant instant, Habit habit) {
        return habit == Habit.BY_NIGHT
                ? instant.toString()
                : OffsetDateTime.ofInstant(instant, ZoneOffset.ofHours(8))
                        .toString()
                        .replace("+08:00", ":00+08:00");
    }

    private static String kind(Said said) {
        return said.subject() == null ? "ONLINE_RESEARCH" : "SYNCED_LESSON";
    }

    private void byHand(Step.Hand hand) {
        var said = hand.after();
        if (hand.before() == null) {
            var input = new LinkedHashMap<String, Object>(times(said));
            input.put("id", said.externalId());
            input.put("communityId", opaque("Community:" + said.group().id()));
            input.put("facts", facts(said));
            send(hand.token(), mutation("enterActivity"), Map.of("input", input), "enterActivity");
        } else {
            change(hand, hand.before());
        }
    }

    private static String mutation(String name) {
        return "mutation($input: " + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Input!) { " + name
                + "(input: $input) { errors { code } } }";
    }

    /** What two suppliers report becomes one lesson by a write, too: then the revision that was read is stale, and is read again. */
    private void change(Step.Hand hand, Said before) {
        var said = hand.after();
        var id = opaque("Activity:" + said.id());
        var input = new LinkedHashMap<String, Object>();
        var name = "editActivity";
        input.put("activityId", id);
        if (said.cancelled()) {
            name = "cancelActivity";
        } else if (!times(said).equals(times(before))) {
            name = "moveActivity";
            input.putAll(times(said));
        } else {
            input.put("facts", facts(said));
        }
        var stale = true;
        while (stale) {
            var revision = server.ask(hand.token(), REVISION, Map.of("id", id)).at("/data/node/revision");
            input.put("expectedRevision", revision.asLong());
            var answer = server.ask(hand.token(), mutation(name), Map.of("input", input));
            var errors = answer.at("/data/" + name + "/errors");
            stale = errors.path(0).path("code").asString("").equals("REVISION_STALE");
            if (!stale && (!errors.isArray() || !errors.isEmpty())) {
                throw new IllegalStateException(hand + ": " + answer.body());
            }
        }
    }

    private static Map<String, Object> times(Said said) {
        return Map.of(
                "startsAt", said.startsAt().toString(), "endsAt", said.endsAt().toString());
    }

    private static Map<String, Object> facts(Said said) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("kind", kind(said));
        facts.put("title", said.title());
        if (said.subject() != null) {
            facts.put("subject", said.subject().code());
        }
        if (said.className() != null) {
            facts.put("className", said.className());
        }
        if (said.joinUrl() != null) {
            facts.put("joinUrl", said.joinUrl());
        }
        var schools = new ArrayList<Map<String, Object>>();
        for (var school : said.schools()) {
            var id = opaque("School:" + school.id());
            schools.add(
                    school.equals(said.taught()) && said.room() != null
                            ? Map.of("schoolId", id, "room", said.room())
                            : Map.of("schoolId", id));
        }
        facts.put("schools", schools);
        var teachers = new ArrayList<Map<String, Object>>();
        for (var teacher : said.teachers()) {
            teachers.add(Map.of(
                    "teacherId", opaque("Teacher:" + teacher.id()), "role", teachers.isEmpty() ? "LEADS" : "ASSISTS"));
        }
        facts.put("teachers", teachers);
        return facts;
    }

    private JsonNode send(String token, String document, Map<String, ?> variables, String name) {
        var answer = server.ask(token, document, variables);
        var payload = name.isEmpty()
                ? Objects.requireNonNull(answer.at("/data").iterator().next())
                : answer.at("/data/" + name);
        if (!payload.path("errors").isArray() || !payload.path("errors").isEmpty()) {
            throw new IllegalStateException(List.of(variables) + ": " + answer.body());
        }
        return payload;
    }
}
