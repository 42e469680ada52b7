package org.tongke.backend.timetable.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.World;

/** What a phone sends, and how it is answered. */
@BackendTest
class OwnTimetableByApiTest {
    private static final String WEEK = """
            { myWeek(day: "2021-03-10") {
              entries { reason conflicts conflictWords activity { id standing { added hidden seriesHidden shown } } }
              ownEntries { id revision title place note colour startsAt endsAt weekly until firstStartsAt firstEndsAt
                sentence conflicts conflictWords }
            } }""";

    private final World world;
    private Api api;
    private Person teacher;
    private Activity lesson;

    @LocalServerPort
    private int port;

    @Autowired
    OwnTimetableByApiTest(ApplicationContext app) {
        world = World.in(app);
    }

    @BeforeEach
    void teach() {
        api = Api.at(port);
        var school = world.school("330382");
        var community = world.community(school, world.schools("330382", 1));
        teacher = world.person(Role.TEACHER, school.key());
        lesson = world.lesson(community, Instant.parse("2021-03-10T08:00:00Z"));
    }

    @Test
    void entersSomethingWeeklyThatMeetsALesson() {
        var id = UUID.randomUUID();
        var input = Map.of("id", id.toString().toUpperCase(Locale.ROOT), "entry", weekly());
        var entered = ask("""
                mutation M($input: EnterOwnEntryInput!) { enterOwnEntry(input: $input) {
                  entry { id startsAt conflicts } errors { code path } } }""", Map.of("input", input));
        assertThat(entered.at("/data/enterOwnEntry").toString())
                .isEqualTo(
                        "{\"entry\":{\"id\":\"%s\",\"startsAt\":\"2021-03-03T16:20:00+08:00\",\"conflicts\":[]},\"errors\":[]}"
                                .formatted(id));

        var week = ask(WEEK, Map.of()).at("/data/myWeek");

        assertThat(week.at("/ownEntries").toString())
                .isEqualTo(("[{\"id\":\"%s\",\"revision\":1,\"title\":\"接孩子\",\"place\":\"校门口\",\"note\":null,"
                                + "\"colour\":\"TEAL\",\"startsAt\":\"2021-03-10T16:20:00+08:00\","
                                + "\"endsAt\":\"2021-03-10T17:00:00+08:00\",\"weekly\":true,\"until\":\"2021-06-30\","
                                + "\"firstStartsAt\":\"2021-03-03T16:20:00+08:00\",\"firstEndsAt\":\"2021-03-03T17:00:00+08:00\","
                                + "\"sentence\":\"周三 16点20到17点，接孩子，校门口，每周\",\"conflicts\":[\"%s\"],"
                                + "\"conflictWords\":\"与「数学」同时\"}]")
                        .formatted(id, id(lesson)));
        assertThat(week.at("/entries/0/reason").stringValue()).isEqualTo("FOLLOWED");
        assertThat(week.at("/entries/0/conflicts/0").stringValue()).isEqualTo(id.toString());
        assertThat(week.at("/entries/0/conflictWords").stringValue()).isEqualTo("与「接孩子」同时");
    }

    @Test
    void saysInWordsWhatIsWrongWithAnEntry() {
        var backwards =
                Map.of("title", " ", "startsAt", "2021-03-10T16:20:00+08:00", "endsAt", "2021-03-10T16:20:00+08:00");
        var answer = ask("""
                mutation M($input: EnterOwnEntryInput!) { enterOwnEntry(input: $input) {
                  entry { id } errors { code path message } } }""", Map.of("input", Map.of("id", UUID.randomUUID(), "entry", backwards)));
        assertThat(answer.at("/data/enterOwnEntry").toString())
                .isEqualTo("{\"entry\":null,\"errors\":[{\"code\":\"REQUIRED\",\"path\":[\"entry\",\"title\"],"
                        + "\"message\":\"这一项必须填写。\"}]}");
    }

    @Test
    void hidesAndShowsWhatAPhoneQueued() {
        var hidden = change("hideActivity", "HideActivityInput", Map.of("activityId", id(lesson)));
        assertThat(hidden.at("/data/it/activity/standing").toString())
                .isEqualTo("{\"added\":false,\"hidden\":true,\"seriesHidden\":false,\"shown\":false}");
        assertThat(ask(WEEK, Map.of()).at("/data/myWeek/entries").size()).isZero();
        var things = ask("{ hiddenThings { activities { id } series { id } } }", Map.of());
        assertThat(things.at("/data/hiddenThings").toString())
                .isEqualTo("{\"activities\":[{\"id\":\"%s\"}],\"series\":[]}".formatted(id(lesson)));
        change("showActivity", "HideActivityInput", Map.of("activityId", id(lesson)));
        assertThat(ask(WEEK, Map.of()).at("/data/myWeek/entries").size()).isEqualTo(1);
        var gone = new GlobalId("Activity", "platform:gone").encode();
        assertThat(change("showActivity", "HideActivityInput", Map.of("activityId", gone))
                        .at("/data/it")
                        .toString())
                .isEqualTo("{\"activity\":null,\"errors\":[]}");
        assertThat(change("hideActivity", "HideActivityInput", Map.of("activityId", gone))
                        .at("/data/it/errors")
                        .toString())
                .isEqualTo("[{\"code\":\"NOT_FOUND\",\"path\":[\"activityId\"]}]");
    }

    private Answer change(String mutation, String input, Map<String, Object> values) {
        return ask(
                "mutation M($input: %s!) { it: %s(input: $input) { activity { standing { added hidden seriesHidden shown } } errors { code path } } }"
                        .formatted(input, mutation),
                Map.of("input", values));
    }

    private Answer ask(String document, Map<String, ?> variables) {
        var answer = api.ask(teacher.token(), document, variables);
        assertThat(answer.codes()).isEmpty();
        return answer;
    }

    private static Map<String, Object> weekly() {
        return Map.of(
                "title", "接孩子",
                "place", "校门口",
                "startsAt", "2021-03-03T16:20:00+08:00",
                "endsAt", "2021-03-03T17:00:00+08:00",
                "weekly", true,
                "until", "2021-06-30");
    }

    private static String id(Activity activity) {
        return activity.globalId().encode();
    }
}
