package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.timetable.Timetables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must happen where somebody sends what should not be: the list {@code bad-input.txt}, for each entrance in both languages. After
 * each, what stood there stands as it did, and what was sent with it has gone in. A phone whose clock is a year off is on the list of
 * the browser tests: {@code pocket.ClockTest}.
 */
@Tag("slow")
@BackendTest
class BadInputTest {
    private static final String STARTS_AT = "2021-03-10T10:20:00+08:00";
    private static final List<String> LANGUAGES = List.of("zh-CN", "en");
    private static final String SYNC = "mutation($input: SyncActivitiesInput!) { syncActivities(input: $input) {"
            + " outcomes { result error { code path message } fix } } }";

    private final ApplicationContext app;
    private final Scene scene;
    private final Platform platform;
    private final Viewer clerk;
    private final List<String> list = new ArrayList<>();
    private int made;

    @LocalServerPort
    private int port;

    @Autowired
    BadInputTest(ApplicationContext app) {
        this.app = app;
        scene = Scene.in(app);
        platform = scene.platform("云课");
        clerk = scene.at("山村小学", Role.CLERK);
    }

    @Test
    void isAnsweredAsTheListSays() throws IOException {
        both("It ends before it begins", Map.of("endsAt", "2021-03-10T10:00:00+08:00"));
        both("It ends when it begins", Map.of("endsAt", STARTS_AT));
        both("It lasts 40 hours", Map.of("endsAt", "2021-03-12T02:20:00+08:00"));
        both("It begins in the year 1021", Map.of("startsAt", "1021-03-10T10:20:00+08:00"));
        both("Its join link is a script", Map.of("joinUrl", "javascript:alert(1)"));
        both("Its join link has a password that looks like an address", Map.of("joinUrl", "https://bank.cn@evil.cn/"));
        both("Its title has 10,000 characters", Map.of("title", "长".repeat(10_000)));
        both("Its title turns the direction of reading", Map.of("title", "分数\u202e义意的"));
        both("Its title has a right-to-left mark, which turns nothing", Map.of("title", "分数\u200f的意义"));
        both("Its title is nothing that can be seen", Map.of("title", "\u200b\u3000"));

        sync("Revision 0", Map.of("revision", 0));
        sync("Revision 2^53", Map.of("revision", 1L << 53));
        sync("Revision 2^53 − 1, the last one", Map.of("revision", (1L << 53) - 1));
        sync("An id with slashes and more that means something in addresses", Map.of("externalId", "课/../1?a=b#c%2F:"));
        sync("An id with a line break", Map.of("externalId", "L\n1"));
        sameIdOfTwoSuppliers();
        hand("Revision 0 is expected", "expectedRevision", 0);
        hand("Revision 2^53 is expected", "expectedRevision", 1L << 53);
        hand("An id with slashes", "id", "a/b");

        follow();
        guess();
        compare();
    }

    private void compare() throws IOException {
        var actual = String.join("\n", list) + "\n";
        var kept = new ClassPathResource("bad-input.txt").getContentAsString(StandardCharsets.UTF_8);
        var expected = kept.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n")) + "\n";
        Files.writeString(Path.of("target", "bad-input.txt"), actual);
        assertThat(actual).as("see target/bad-input.txt").isEqualTo(expected);
    }

    private void both(String what, Map<String, ?> wrong) {
        sync(what, wrong);
        enter(wrong);
        change(wrong);
    }

    /** The row comes with a sound one, as what is said next of a lesson that stands. */
    private void sync(String what, Map<String, ?> wrong) {
        list.add(what);
        var said = new ArrayList<String>();
        for (var language : LANGUAGES) {
            var id = "L" + ++made;
            platform.sends(Row.lesson(id));
            var before = platform.prints(id);
            var row = row(id).put("revision", 2);
            wrong.forEach((field, value) -> row.putPOJO(field, value));
            var input = Map.of("batchId", UUID.randomUUID(), "activities", List.of(row, row("G" + made)));
            var outcomes = scene.ask(platform.viewer(), language, SYNC, Map.of("input", input))
                    .at("/data/syncActivities/outcomes");
            var outcome = outcomes.path(0);
            var isTaken = outcome.path("error").isNull();
            said.add(outcome.path("result").asString()
                    + (isTaken
                            ? ""
                            : " " + said(outcome.path("error")) + " → "
                                    + outcome.path("fix").asString()));
            assertThat(outcomes.path(1).path("result").asString()).isEqualTo("APPLIED");
            assertThat(platform.prints("G" + made)).as("what came with it").contains("分数的意义");
            if (!isTaken) {
                assertThat(platform.prints(id)).as("what stood there").isEqualTo(before);
            }
        }
        entrance("syncActivities", said);
    }

    /** A sound row. The schema knows no word for what a row may say besides: its fields stand beside the others. */
    private ObjectNode row(String id) {
        ObjectNode row = JsonMapper.shared()
                .valueToTree(Row.lesson(id)
                        .schools(scene.marked("城关一小"), scene.marked("山村小学"))
                        .sent());
        row.remove("details");
        return row;
    }

    private void enter(Map<String, ?> wrong) {
        var said = new ArrayList<String>();
        for (var language : LANGUAGES) {
            var id = UUID.randomUUID();
            var payload = send(language, "enterActivity", entry(id, wrong));
            said.add(handed(payload));
            var node = scene.ask(
                    clerk,
                    language,
                    "query($id: ID!) { node(id: $id) { id } }",
                    Map.of("id", new GlobalId("Activity", ActivityKey.HAND + ":" + id).encode()));
            assertThat(node.at("/data/node").isNull())
                    .as(payload.toString())
                    .isEqualTo(payload.at("/activity").isNull());
        }
        entrance("enterActivity", said);
    }

    /** Edits or moves what stands there. */
    private void change(Map<String, ?> wrong) {
        var isTime = wrong.keySet().stream().anyMatch(field -> field.endsWith("At"));
        var mutation = isTime ? "moveActivity" : "editActivity";
        var said = new ArrayList<String>();
        for (var language : LANGUAGES) {
            var id = entered();
            var input = new HashMap<String, Object>(Map.of("activityId", id, "expectedRevision", 1));
            var entry = entry(UUID.randomUUID(), wrong);
            (isTime ? List.of("startsAt", "endsAt") : List.of("facts"))
                    .forEach(field -> input.put(field, entry.get(field)));
            var payload = send(language, mutation, input);
            said.add(handed(payload));
            assertThat(revisionOf(id)).isEqualTo(payload.at("/activity").isNull() ? 1 : 2);
        }
        entrance(mutation, said);
    }

    /** A value by which the schema itself has rules: only a program's author can mend it. */
    private void hand(String what, String field, Object value) {
        list.add(what);
        var id = entered();
        var isNew = field.equals("id");
        var input = new HashMap<String, Object>(
                isNew ? entry(UUID.randomUUID(), Map.of()) : Map.of("activityId", id, "expectedRevision", 1));
        input.put(field, value);
        var mutation = isNew ? "enterActivity" : "cancelActivity";
        var said = new ArrayList<String>();
        for (var language : LANGUAGES) {
            var answer = ask(language, mutation, input);
            var error = answer.at("/errors/0");
            said.add(
                    error.isMissingNode()
                            ? handed(answer.at("/data/it"))
                            : error.at("/extensions/code").asString() + ": "
                                    + error.path("message").asString());
        }
        entrance(mutation, said);
        assertThat(revisionOf(id)).as("what stood there").isOne();
    }

    private void sameIdOfTwoSuppliers() {
        list.add("The same id from two suppliers");
        var other = scene.platform("名师");
        platform.sends(Row.lesson("same"));
        var answer = other.sends(Row.lesson("same").title("圆"));
        entrance("syncActivities", List.of(answer.substring(answer.lastIndexOf(' ') + 1), "APPLIED"));
        assertThat(platform.get("same").title()).isEqualTo("分数的意义");
        assertThat(other.get("same").title()).isEqualTo("圆");
    }

    private void follow() {
        list.add("201 follows");
        var teacher = scene.at("城关一小", Role.TEACHER);
        var timetables = app.getBean(Timetables.class);
        // a class of a school that is there can be followed, whether or not it is taught
        var channels = Stream.iterate(1, number -> number + 1)
                .map(number ->
                        new GlobalId("SchoolClass", scene.schoolNamed("城关一小").id() + ":" + number + "班").encode())
                .iterator();
        for (int followed = timetables.channels(teacher).size(); followed < 200; followed++) {
            timetables.follow(teacher, channels.next());
        }
        var input = Map.of("channelId", channels.next());
        var document =
                "mutation($input: FollowChannelInput!) { followChannel(input: $input) { errors { code path message } } }";
        entrance(
                "followChannel",
                LANGUAGES.stream()
                        .map(language -> scene.ask(teacher, language, document, Map.of("input", input)))
                        .map(answer -> said(answer.at("/data/followChannel/errors/0")))
                        .toList());
        assertThat(timetables.channels(teacher)).hasSize(200);
    }

    private void guess() {
        list.add("A guessed address of a calendar");
        var api = Api.at(port);
        var path = "/calendar/" + "A".repeat(43) + ".ics";
        var answers = Stream.of(path, "/calendar/1.ics", "/calendar/..%2f.ics")
                .map(guess -> api.send(api.to(guess)))
                .map(answer -> answer.status() / 100 + "xx " + answer.body().contains("VCALENDAR"))
                .distinct()
                .toList();
        entrance("GET /calendar/….ics", List.of(answers.toString(), answers.toString()));
    }

    private String entered() {
        var payload = send("zh-CN", "enterActivity", entry(UUID.randomUUID(), Map.of()));
        return payload.at("/activity/id").asString();
    }

    private long revisionOf(String id) {
        return scene.ask(
                        clerk,
                        "zh-CN",
                        "query($id: ID!) { node(id: $id) { ... on Activity { revision } } }",
                        Map.of("id", id))
                .at("/data/node/revision")
                .asLong();
    }

    /** An entry in which some values are wrong. */
    private Map<String, Object> entry(UUID id, Map<String, ?> wrong) {
        var facts = new HashMap<String, Object>(Map.of(
                "kind",
                "SYNCED_LESSON",
                "title",
                "分数的意义",
                "subject",
                "数学",
                "schools",
                List.of(Map.of("schoolId", scene.schoolNamed("山村小学").globalId().encode()))));
        var entry = new HashMap<String, Object>(Map.of(
                "id",
                id,
                "communityId",
                scene.communityNamed("城关").globalId().encode(),
                "startsAt",
                STARTS_AT,
                "endsAt",
                "2021-03-10T11:00:00+08:00",
                "facts",
                facts));
        wrong.forEach((field, value) -> (field.endsWith("At") ? entry : facts).put(field, value));
        return entry;
    }

    private JsonNode send(String language, String mutation, Map<String, ?> input) {
        return ask(language, mutation, input).at("/data/it");
    }

    private JsonNode ask(String language, String mutation, Map<String, ?> input) {
        var type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input!";
        return scene.ask(
                clerk,
                language,
                "mutation($input: " + type + ") { it: " + mutation
                        + "(input: $input) { activity { id } errors { code path message } } }",
                Map.of("input", input));
    }

    private static String handed(JsonNode payload) {
        return payload.at("/errors").isEmpty()
                ? "taken"
                : payload.at("/errors").valueStream().map(BadInputTest::said).collect(Collectors.joining("; "));
    }

    private static String said(JsonNode error) {
        return error.path("code").asString() + " "
                + error.path("path").valueStream().map(JsonNode::asString).collect(Collectors.joining(".")) + ": "
                + error.path("message").asString();
    }

    /** An entrance, and what it says in both languages. */
    private void entrance(String name, List<String> said) {
        list.add("  " + name);
        said.stream().distinct().forEach(one -> list.add("    " + one));
    }
}
