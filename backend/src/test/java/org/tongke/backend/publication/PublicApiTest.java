package org.tongke.backend.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.World;
import org.tongke.backend.verification.Verdict;
import tools.jackson.databind.JsonNode;

/** What somebody gets who is not signed in, by the operations that the public pages name. */
@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicApiTest {
    private static final String COUNTY = "330726";
    private static final String TEACHER = "欧阳听雨";
    private static final String PROGRESS = """
            query($code: String!) { region(code: $code) { progress {
              goal { newMembers } communityCount memberCount verifiedCount verifiedMemberCount verifiedShare targetShare } } }
            """;

    private final ApplicationContext app;
    private final World world;
    private final Api api;
    private Person clerk;
    private Community verified;
    private Community waiting;
    private Community withdrawn;
    private Instant lessonAt;

    @Autowired
    PublicApiTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        world = World.in(app);
        api = Api.at(port);
        clerk = world.person(Role.CLERK, world.school(COUNTY).key());
        verified = world.ready(COUNTY, clerk);
        waiting = world.ready(COUNTY, clerk);
        withdrawn = world.ready(COUNTY, clerk);
        lessonAt = world.day(200);
    }

    @BeforeAll
    void verify() {
        var officer = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
        world.say(officer, Verdict.Kind.PASSED, verified);
        world.say(officer, Verdict.Kind.PASSED, withdrawn);
        world.say(officer, Verdict.Kind.WITHDRAWN, withdrawn);
        report(verified, "plain", "分数的意义", lessonAt);
        report(verified, "named", TEACHER + "老师公开课", lessonAt.plusSeconds(3600));
        report(verified, "number", "会议号 138 0013 8000", lessonAt.plusSeconds(7200));
        report(waiting, "waiting", "还没有核验", lessonAt);
    }

    @Test
    void listsVerifiedCommunitiesOnlyWithTheirSchools() {
        var found = nodes(Map.of("regionCode", COUNTY));
        assertThat(found).extracting(one -> one.at("/name").asString()).containsExactly(verified.name());
        var one = found.getFirst();
        var schools = world.schoolsOf(verified);
        assertThat(one.at("/coreName").asString()).isEqualTo(schools.get(0).name());
        assertThat(one.at("/memberNames").toString())
                .isEqualTo("[\"" + schools.get(1).name() + "\"]");
        assertThat(one.at("/mode").asString()).isEqualTo("MERGED");
        assertThat(one.at("/countyName").asString()).isEqualTo("浦江县");
        assertThat(one.at("/cityName").asString()).isEqualTo("金华市");
        assertThat(one.at("/verifiedOn").asString())
                .isEqualTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
    }

    @Test
    void findsByTheNamesOfSchools() {
        var member = world.schoolsOf(verified).get(1);
        var byMember = Map.of("regionCode", COUNTY, "name", member.name());
        assertThat(nodes(byMember))
                .extracting(one -> one.at("/name").asString())
                .containsExactly(verified.name());
        assertThat(nodes(Map.of("regionCode", COUNTY, "name", "没有这所学校"))).isEmpty();
        assertThat(nodes(Map.of("regionCode", "330727"))).isEmpty();
        assertThat(nodes(Map.of("programmeCode", "1999"))).isEmpty();
    }

    @Test
    void showsWhatIsVerifiedAloneToo() {
        var shown = ask("PublicCommunity", Map.of("id", id(verified), "week", dayOf(lessonAt)));
        assertThat(shown.at("/data/publicCommunity/name").asString()).isEqualTo(verified.name());
        assertThat(shown.at("/data/publicWeek/lessons").size()).isEqualTo(3);
        for (var other : List.of(id(waiting), id(withdrawn), "nonsense")) {
            var hidden = ask("PublicCommunity", Map.of("id", other, "week", dayOf(lessonAt)));
            assertThat(hidden.at("/data/publicCommunity").isNull()).isTrue();
            assertThat(hidden.at("/data/publicWeek").isNull()).isTrue();
        }
    }

    @Test
    void countsAsProgressDoes() {
        var officer = world.person(Role.PROVINCE_OFFICER, PlaceKey.region("33")).token();
        for (var code : List.of("33", "3307", COUNTY)) {
            var progress = api.ask(officer, PROGRESS, Map.of("code", code)).at("/data/region/progress");
            var count = ask("PublicCounts", Map.of())
                    .at("/data/publicCounts/regions")
                    .valueStream()
                    .filter(one -> one.at("/code").asString().equals(code))
                    .findFirst()
                    .orElseThrow();
            assertThat(count.at("/targetMemberCount")).isEqualTo(progress.at("/goal/newMembers"));
            Stream.of(
                            "communityCount",
                            "memberCount",
                            "verifiedCount",
                            "verifiedMemberCount",
                            "verifiedShare",
                            "targetShare")
                    .forEach(figure -> assertThat(count.path(figure))
                            .as("%s of %s", figure, code)
                            .isEqualTo(progress.path(figure)));
        }
    }

    @Test
    void showsAWeekOfVerifiedCommunities() {
        var week = ask("PublicWeek", Map.of("week", dayOf(lessonAt), "countyCode", COUNTY))
                .at("/data/publicWeek");
        assertThat(week.at("/countyName").asString()).isEqualTo("浦江县");
        assertThat(week.at("/lessons").valueStream().map(one -> one.at("/title").asString()))
                .containsExactly("分数的意义", "数学", "数学");
        var lesson = week.at("/lessons/0");
        assertThat(lesson.at("/kind").asString()).isEqualTo("城乡同步课堂");
        assertThat(lesson.at("/subject").asString()).isEqualTo("数学");
        assertThat(lesson.at("/grade").asString()).isEqualTo("五年级");
        assertThat(lesson.at("/communityId").asString()).isEqualTo(id(verified));
        assertThat(lesson.at("/schoolNames").size()).isEqualTo(2);
        assertThat(lesson.at("/state").asString()).isEqualTo("PLANNED");
        assertThat(ask("PublicWeek", Map.of("countyCode", "33"))
                        .at("/data/publicWeek")
                        .isNull())
                .as("a province is no county")
                .isTrue();
        assertThat(ask("PublicWeek", Map.of("countyCode", "330727"))
                        .at("/data/publicWeek/lessons")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void tellsOfNobody() {
        var told = Stream.of(
                        ask("PublicCounts", Map.of()),
                        ask("PublicCommunities", Map.of("regionCode", COUNTY, "first", 100)),
                        ask("PublicCommunity", Map.of("id", id(verified), "week", dayOf(lessonAt))),
                        ask("PublicWeek", Map.of("week", dayOf(lessonAt), "countyCode", COUNTY)))
                .map(Answer::body)
                .toList();
        assertThat(told)
                .allSatisfy(body -> assertThat(body)
                        .doesNotContain(
                                TEACHER,
                                clerk.viewer().name(),
                                "lessons.example",
                                "录播",
                                "138 0013",
                                "1380013",
                                "http"));
    }

    @Test
    void takesNoOtherDocumentFromNobody() {
        var document = Map.of("query", "{ publicCommunities { edges { node { id } } } }");
        assertThat(api.send(api.byPage(null, Api.json(document))).line())
                .startsWith("400")
                .endsWith("UNKNOWN_OPERATION");
        assertThat(ask("PublicCommunities", Map.of("first", 101)).codes()).containsExactly("PAGE_SIZE_OUT_OF_RANGE");
    }

    private List<JsonNode> nodes(Map<String, ?> filter) {
        var variables = new HashMap<String, Object>(filter);
        variables.put("first", 100);
        var answer = ask("PublicCommunities", variables);
        assertThat(answer.codes()).as(answer.body()).isEmpty();
        return answer.at("/data/publicCommunities/edges")
                .valueStream()
                .map(edge -> edge.at("/node"))
                .toList();
    }

    private Answer ask(String operation, Map<String, ?> variables) {
        return api.call(null, operation, variables);
    }

    private static String id(Community community) {
        return community.globalId().encode();
    }

    private static String dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneId.of("Asia/Shanghai")).toString();
    }

    private void report(Community community, String key, String title, Instant at) {
        var taking = world.schoolsOf(community);
        var report = new ActivityReport(
                new ActivityKey(world.supplierOfLessons().id(), community.id() + key),
                new ReportedVersion(1, title),
                "SYNCED_LESSON",
                title,
                "MATHEMATICS",
                "五年级2班",
                at,
                at.plus(Duration.ofMinutes(40)),
                ActivityState.PLANNED,
                taking.stream()
                        .map(school -> new ActivitySchool(school.id(), school.name(), "录播教室"))
                        .toList(),
                List.of(new ActivityTeacher(TEACHER, TeachingRole.LEADS, null)),
                community.id(),
                community.name(),
                world.supplierOfLessons().name(),
                "https://lessons.example/join",
                new ActivityDetails("G5", null, List.of(), "https://lessons.example/recording", List.of()),
                community.countyCode(),
                community.places());
        app.getBean(Activities.class).apply(List.of(report), Origin.system("test"));
    }
}
