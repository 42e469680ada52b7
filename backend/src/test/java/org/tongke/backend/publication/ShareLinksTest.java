package org.tongke.backend.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.support.World;
import org.tongke.backend.verification.Verdict;
import tools.jackson.databind.JsonNode;

/** Links by which people without an account see how a region stands. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShareLinksTest {
    private static final String COUNTY = "330727";
    private static final String CITY = "3307";
    private static final String OTHER_COUNTY = "330802";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CREATE = """
            mutation($input: CreateShareLinkInput!) { createShareLink(input: $input) {
              link { id url note createdBy endsAt region { code } programme { code } } errors { code path message } } }
            """;
    private static final String END =
            "mutation($input: EndShareLinkInput!) { endShareLink(input: $input) { endedId errors { code path } } }";
    private static final String LIST = "{ shareLinks(first: 100) { edges { node { id note } } } }";
    private static final String PROGRESS = """
            query($code: String!) { region(code: $code) { progress { communityCount memberCount formedCount operatingCount
              verifiedCount verifiedMemberCount verifiedShare targetShare lateCount
              communities(first: 100) { edges { node { askedCount metCount community { name }
                criteria { code name lacking } outlook { words } } } } } } }
            """;

    private final World world;
    private final Api api;
    private final TestClock clock;
    private final Person officer;
    private final Person clerk;

    @Autowired
    ShareLinksTest(ApplicationContext app, TestClock clock, @LocalServerPort int port) {
        world = World.in(app);
        api = Api.at(port);
        this.clock = clock;
        officer = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
        clerk = world.person(Role.CLERK, world.school(COUNTY).key());
    }

    @Test
    void showWhatTheOfficerSeesAndNobodyElse() {
        var ready = world.ready(COUNTY, clerk);
        var lacking = world.community(world.school(COUNTY), world.schools(COUNTY, 1));
        world.progress(lacking, 0);
        world.say(officer, Verdict.Kind.PASSED, ready);
        var key = keyOf(create(officer, COUNTY, Map.of()));
        var seen = api.ask(officer.token(), PROGRESS, Map.of("code", COUNTY)).at("/data/region/progress");
        var shown = open(key, null);
        Stream.of(
                        "communityCount",
                        "memberCount",
                        "formedCount",
                        "operatingCount",
                        "verifiedCount",
                        "verifiedMemberCount",
                        "verifiedShare",
                        "targetShare",
                        "lateCount")
                .forEach(figure ->
                        assertThat(shown.at("/region/" + figure)).as(figure).isEqualTo(seen.path(figure)));
        var communities = shown.at("/communities").valueStream().toList();
        var own = seen.at("/communities/edges")
                .valueStream()
                .map(edge -> edge.at("/node"))
                .toList();
        assertThat(communities).hasSameSizeAs(own);
        assertThat(own).allSatisfy(node -> {
            var same = called(communities, node.at("/community/name").asString());
            assertThat(same.path("askedCount")).isEqualTo(node.path("askedCount"));
            assertThat(same.path("metCount")).isEqualTo(node.path("metCount"));
            assertThat(same.at("/outlook/words")).isEqualTo(node.at("/outlook/words"));
            assertThat(lacks(same.at("/lacking"))).isEqualTo(lacks(node.at("/criteria")));
        });
        assertThat(called(communities, ready.name()).at("/verifiedOn").asString())
                .isEqualTo(today(0));
        assertThat(lacks(called(communities, lacking.name()).at("/lacking"))).isNotEmpty();
        assertThat(shown.toString())
                .doesNotContain(clerk.viewer().name(), officer.viewer().name(), "http");
    }

    private static JsonNode called(List<JsonNode> communities, String name) {
        return communities.stream()
                .filter(one -> one.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lacks(JsonNode criteria) {
        return criteria.valueStream()
                .filter(one -> one.path("lacking").isString())
                .map(one -> one.path("code").asString()
                        + one.path("name").asString()
                        + one.path("lacking").asString())
                .toList();
    }

    @Test
    void leadDownToTheRegionsBelowAndNoFurther() {
        var cityOfficer = world.person(Role.CITY_OFFICER, PlaceKey.region(CITY));
        var key = keyOf(create(cityOfficer, CITY, Map.of()));
        var city = open(key, null);
        assertThat(city.at("/region/code").asString()).isEqualTo(CITY);
        assertThat(city.at("/above").isEmpty()).isTrue();
        assertThat(city.at("/communities").isEmpty()).isTrue();
        assertThat(city.at("/below").valueStream().map(one -> one.at("/code").asString()))
                .contains(COUNTY);
        var county = open(key, COUNTY);
        assertThat(county.at("/region/code").asString()).isEqualTo(COUNTY);
        assertThat(county.at("/above/0/code").asString()).isEqualTo(CITY);
        for (var outside : List.of("33", OTHER_COUNTY, "nonsense")) {
            assertThat(ask(key, outside).at("/data/sharedStanding").isNull())
                    .as(outside)
                    .isTrue();
        }
        assertThat(ask("AAAAAAAAAAAAAAAAAAAAAA", null).body())
                .isEqualTo(ask(key, OTHER_COUNTY).body());
    }

    @Test
    void endByThemselvesAndByHand() {
        var link = create(officer, COUNTY, Map.of("lastDay", today(1)));
        var key = keyOf(link);
        clock.advance(Duration.ofDays(2));
        try {
            assertThat(ask(key, null).at("/data/sharedStanding").isNull()).isTrue();
            assertThat(listed(officer)).doesNotContain(idOf(link));
        } finally {
            clock.release();
        }
        open(key, null);
        assertThat(listed(officer)).contains(idOf(link));
        assertThat(codes(end(officer, link))).isEmpty();
        assertThat(ask(key, null).at("/data/sharedStanding").isNull()).isTrue();
        assertThat(listed(officer)).doesNotContain(idOf(link));
        assertThat(end(officer, link).at("/data/endShareLink/endedId").asString())
                .as("again")
                .isEqualTo(idOf(link));
    }

    @Test
    void areOneHoweverOftenTheyAreMade() {
        var id = UUID.randomUUID();
        var first = create(officer, COUNTY, Map.of("id", id, "note", "  督查室 "));
        var again = create(officer, COUNTY, Map.of("id", id, "note", "别人"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.at("/data/createShareLink/link/note").asString()).isEqualTo("督查室");
        assertThat(listed(officer)).containsOnlyOnce(idOf(first));
        var colleague = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
        assertThat(codes(create(colleague, COUNTY, Map.of("id", id)))).containsExactly("ID_REUSED");
    }

    @Test
    void areMadeAndEndedByOfficersOfTheRegionAndAboveOnly() {
        var cityOfficer = world.person(Role.CITY_OFFICER, PlaceKey.region(CITY));
        var own = create(officer, COUNTY, Map.of());
        var ofCity = create(cityOfficer, CITY, Map.of());
        assertThat(listed(officer)).contains(idOf(own)).doesNotContain(idOf(ofCity));
        assertThat(listed(cityOfficer)).contains(idOf(own), idOf(ofCity));
        assertThat(codes(end(officer, ofCity))).containsExactly("NOT_FOUND");
        var elsewhere = world.person(Role.COUNTY_OFFICER, PlaceKey.region(OTHER_COUNTY));
        assertThat(codes(end(elsewhere, own))).containsExactly("NOT_FOUND");
        assertThat(codes(create(elsewhere, COUNTY, Map.of()))).containsExactly("NOT_FOUND");
        assertThat(codes(end(cityOfficer, own))).isEmpty();
    }

    @Test
    void lastNinetyDaysAtMost() {
        for (var day : List.of(today(-1), today(91))) {
            assertThat(codes(create(officer, COUNTY, Map.of("lastDay", day)))).containsExactly("OUT_OF_RANGE");
        }
        for (var day : List.of(today(0), today(90))) {
            assertThat(codes(create(officer, COUNTY, Map.of("lastDay", day)))).isEmpty();
        }
        assertThat(codes(create(officer, COUNTY, Map.of("note", "长".repeat(61)))))
                .containsExactly("TOO_LONG");
        assertThat(codes(create(officer, COUNTY, Map.of("note", "a\u0000b")))).containsExactly("MALFORMED");
        assertThat(codes(create(officer, COUNTY, Map.of("programmeId", "nonsense"))))
                .containsExactly("NOT_FOUND");
    }

    private Answer create(Person by, String regionCode, Map<String, ?> said) {
        var input = new HashMap<String, Object>(Map.of(
                "id",
                UUID.randomUUID(),
                "regionId",
                new GlobalId("Region", regionCode).encode(),
                "lastDay",
                today(30)));
        input.putAll(said);
        return api.ask(by.token(), CREATE, Map.of("input", input));
    }

    private Answer end(Person by, Answer made) {
        return api.ask(by.token(), END, Map.of("input", Map.of("linkId", idOf(made))));
    }

    private List<String> listed(Person by) {
        return api.ask(by.token(), LIST, Map.of())
                .at("/data/shareLinks/edges")
                .valueStream()
                .map(edge -> edge.at("/node/id").asString())
                .toList();
    }

    private JsonNode open(String key, @Nullable String region) {
        var answer = ask(key, region);
        assertThat(answer.codes()).as(answer.body()).isEmpty();
        assertThat(answer.at("/data/sharedStanding").isNull()).as(answer.body()).isFalse();
        return answer.at("/data/sharedStanding");
    }

    private Answer ask(String key, @Nullable String region) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("key", key);
        variables.put("regionCode", region);
        return api.call(null, "SharedStanding", variables);
    }

    private static List<String> codes(Answer answer) {
        return answer.at("/data")
                .valueStream()
                .flatMap(payload -> payload.at("/errors").valueStream())
                .map(error -> error.at("/code").asString())
                .toList();
    }

    private static String idOf(Answer made) {
        return made.at("/data/createShareLink/link/id").asString();
    }

    private static String keyOf(Answer made) {
        assertThat(codes(made)).as(made.body()).isEmpty();
        return made.at("/data/createShareLink/link/url").asString().replaceFirst(".*/public/shared/", "");
    }

    private static String today(int plus) {
        return LocalDate.now(ZONE).plusDays(plus).toString();
    }
}
