package org.tongke.backend.timetable.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.timetable.Town;
import org.tongke.backend.timetable.Town.Reported;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@BackendTest
class TimetableByApiTest {
    private static final String WEEK = """
            query Week($day: Date) { myWeek(day: $day) {
              startsOn followedCount asOf periods { number name from to } days { on kind name }
              entries { slot startsAt endsAt movedTo movedFrom sentence periods { schoolName own label from to } activity { id } via { id name } }
            } }""";
    private static final String PREVIEW = "channel { id name } followed nextWeek words next { id }";

    private final Town town;
    private final Accounts accounts;
    private final Tokens tokens;
    private final TestClock clock;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    TimetableByApiTest(Town town, Accounts accounts, Tokens tokens, TestClock clock, JsonMapper json) {
        this.town = town;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
        this.json = json;
    }

    @AfterEach
    void releaseClock() {
        clock.release();
    }

    @Test
    void tellsAWeekInChineseAndInEnglish() {
        var school = town.school("山村小学");
        var community = town.community("山村教共体", town.school("城关一小"), school);
        var lesson = Reported.of(community, "2021-03-10 09:50");
        town.reports(lesson);
        town.reports(lesson.moved("2021-03-11 14:00"));
        var teacher = signIn(town.teacher(school));

        var entries = ask(teacher, "zh-CN", WEEK, Map.of("day", "2021-03-14")).at("/data/myWeek/entries");

        assertThat(entries.size()).isEqualTo(2);
        var left = entries.get(0);
        assertThat(left.at("/slot").stringValue()).isEqualTo("MOVED_AWAY");
        assertThat(left.at("/startsAt").stringValue()).isEqualTo("2021-03-10T09:50:00+08:00");
        assertThat(left.at("/endsAt").stringValue()).isEqualTo("2021-03-10T10:30:00+08:00");
        assertThat(left.at("/movedTo").stringValue()).isEqualTo("2021-03-11T14:00:00+08:00");
        assertThat(left.at("/movedFrom").isNull()).isTrue();
        assertThat(left.at("/sentence").stringValue()).isEqualTo("周三第3节，9点50到10点30，数学，与城关一小同上，已调课，改到周四14点");
        assertThat(left.at("/periods").toString())
                .isEqualTo(
                        "[{\"schoolName\":\"山村小学\",\"own\":true,\"label\":\"第3节\",\"from\":\"09:50\",\"to\":\"10:30\"},"
                                + "{\"schoolName\":\"城关一小\",\"own\":false,\"label\":\"第3节\",\"from\":\"09:50\",\"to\":\"10:30\"}]");
        assertThat(entries.get(1).at("/periods/0/label").stringValue()).isEqualTo("第5、6节之间");
        assertThat(entries.get(1).at("/periods/0/from").isNull()).isTrue();
        assertThat(left.at("/via/0/id").stringValue()).isEqualTo(id(community));
        assertThat(left.at("/via/1/name").stringValue()).isEqualTo("山村小学");
        assertThat(entries.get(1).at("/sentence").stringValue())
                .isEqualTo("周四第5、6节之间，14点到14点40，数学，与城关一小同上，已调课，原在周三9点50");
        assertThat(ask(teacher, "en", WEEK, Map.of("day", "2021-03-14"))
                        .at("/data/myWeek/entries/1/sentence")
                        .stringValue())
                .isEqualTo(
                        "Thursday between periods 5 and 6, 14:00 to 14:40, Mathematics, together with 城关一小, moved, from Wednesday 9:50");
    }

    @Test
    void tellsWhatTheCalendarSaysOfTheDays() {
        var teacher = signIn(town.teacher());
        var zh = ask(teacher, "zh-CN", WEEK, Map.of("day", "2021-10-09")).at("/data/myWeek");
        assertThat(zh.at("/startsOn").stringValue()).isEqualTo("2021-10-04");
        assertThat(days(zh))
                .containsExactly(
                        "2021-10-04 HOLIDAY 国庆节",
                        "2021-10-05 HOLIDAY 国庆节",
                        "2021-10-06 HOLIDAY 国庆节",
                        "2021-10-07 HOLIDAY 国庆节",
                        "2021-10-08 SCHOOL_DAY null",
                        "2021-10-09 MAKE_UP 补班",
                        "2021-10-10 WEEKEND null");
        assertThat(days(ask(teacher, "en", WEEK, Map.of("day", "2021-10-09")).at("/data/myWeek")))
                .contains("2021-10-04 HOLIDAY National Day", "2021-10-09 MAKE_UP Working day");
        assertThat(days(ask(teacher, "zh-CN", WEEK, Map.of("day", "2099-10-01")).at("/data/myWeek")))
                .contains("2099-10-01 UNKNOWN null");
    }

    @Test
    void isOfTodayUnlessADayIsNamed() {
        clock.set("2021-03-14T23:59:00+08:00");
        var week = ask(signIn(town.teacher()), "zh-CN", WEEK, Map.of()).at("/data/myWeek");
        assertThat(week.at("/startsOn").stringValue()).isEqualTo("2021-03-08");
        assertThat(week.at("/asOf").stringValue()).isEqualTo("2021-03-14T23:59:00+08:00");
        assertThat(week.at("/followedCount").intValue()).isZero();
    }

    @Test
    void refusesAWeekTooFarAway() {
        var answer = ask(signIn(town.teacher()), "zh-CN", WEEK, Map.of("day", "1999-12-31"));
        assertThat(answer.at("/errors/0/extensions/code").stringValue()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void followsAndUnfollowsAChannel() {
        clock.set("2021-03-10T12:00:00+08:00");
        var community = town.community("城关");
        town.reports(Reported.many(3, community, "2021-03-11"));
        var teacher = signIn(town.teacher());
        var followed = ask(teacher, "zh-CN", mutation("followChannel"), Map.of("id", id(community)));
        assertThat(followed.at("/data/followChannel/errors").size()).isZero();
        var preview = followed.at("/data/followChannel/preview");
        assertThat(preview.at("/channel/name").stringValue()).isEqualTo("城关");
        assertThat(preview.at("/followed").booleanValue()).isTrue();
        assertThat(preview.at("/nextWeek").intValue()).isEqualTo(3);
        assertThat(preview.at("/words").stringValue()).isEqualTo("每周约 3 节");
        assertThat(preview.at("/next").size()).isEqualTo(3);
        assertThat(ask(teacher, "zh-CN", "{ followedChannels { id name } }", Map.of())
                        .at("/data/followedChannels")
                        .toString())
                .isEqualTo("[{\"id\":\"%s\",\"name\":\"城关\"}]".formatted(id(community)));
        var unfollowed = ask(teacher, "en", mutation("unfollowChannel"), Map.of("id", id(community)));
        assertThat(unfollowed.at("/data/unfollowChannel/preview/followed").booleanValue())
                .isFalse();
        assertThat(unfollowed.at("/data/unfollowChannel/preview/words").stringValue())
                .isEqualTo("About 3 a week");
    }

    @Test
    void saysThatNothingIsPlanned() {
        var query = "query P($id: ID!) { followPreview(channelId: $id) { " + PREVIEW + " } }";
        var teacher = signIn(town.teacher());
        var variables = Map.<String, Object>of("id", id(town.community("城关")));
        assertThat(ask(teacher, "zh-CN", query, variables)
                        .at("/data/followPreview/words")
                        .stringValue())
                .isEqualTo("近7天没有安排");
        assertThat(ask(teacher, "en", query, variables)
                        .at("/data/followPreview/words")
                        .stringValue())
                .isEqualTo("Nothing in the next 7 days");
        assertThat(ask(teacher, "zh-CN", query, Map.of("id", "none")).toString())
                .isEqualTo("{\"data\":{\"followPreview\":null}}");
    }

    @Test
    void saysInWordsWhatIsNoChannel() {
        var answer = ask(signIn(town.teacher()), "zh-CN", mutation("followChannel"), Map.of("id", "none"));
        assertThat(answer.at("/data/followChannel").toString())
                .isEqualTo("{\"preview\":null,\"errors\":[{\"code\":\"NOT_FOUND\",\"path\":[\"channelId\"],"
                        + "\"message\":\"没有找到，或者你无权查看。\"}]}");
    }

    @Test
    void isNotForOfficersAndNotForNobody() {
        var officer = signIn(new Viewer(
                "officer-of-timetables", "县教育局", List.of(Grant.at(Role.COUNTY_OFFICER, PlaceKey.region("330382")))));
        for (var query : List.of(WEEK, "{ followedChannels { id } }", mutation("followChannel"))) {
            var variables = query.contains("$id") ? Map.<String, Object>of("id", "none") : Map.<String, Object>of();
            assertThat(ask(officer, "zh-CN", query, variables)
                            .at("/errors/0/extensions/code")
                            .stringValue())
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(ask("nobodys", "zh-CN", WEEK, Map.of())
                        .at("/errors/0/extensions/code")
                        .stringValue())
                .isEqualTo("UNAUTHENTICATED");
    }

    /** @return a token */
    private String signIn(Viewer viewer) {
        var account = viewer.requireAccount();
        accounts.put(account, viewer.name(), account, null, viewer.grants());
        return tokens.issue(account, TokenKind.DEVELOPER);
    }

    private JsonNode ask(String token, String language, String query, Map<String, Object> variables) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("query", query, "variables", variables))))
                .build();
        try {
            return json.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String mutation(String name) {
        return "mutation M($id: ID!) { %s(input: {channelId: $id}) { preview { %s } errors { code path message } } }"
                .formatted(name, PREVIEW);
    }

    private static List<String> days(JsonNode week) {
        return week.at("/days")
                .valueStream()
                .map(day -> "%s %s %s"
                        .formatted(
                                day.at("/on").stringValue(),
                                day.at("/kind").stringValue(),
                                day.at("/name").asString("null")))
                .toList();
    }

    private static String id(Node node) {
        return node.globalId().encode();
    }
}
