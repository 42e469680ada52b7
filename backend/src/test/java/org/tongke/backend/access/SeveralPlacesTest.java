package org.tongke.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.TwoCounties;
import org.tongke.backend.support.Upload;
import tools.jackson.databind.JsonNode;

/** One request asks for things of several places, which are looked up together: each shows what its place allows. */
@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralPlacesTest {
    private static final String QUERY = """
            query($here: ID!, $next: ID!, $away: ID!) {
              here: node(id: $here) { ...Inside } next: node(id: $next) { ...Inside } away: node(id: $away) { ...Inside }
            }
            fragment Inside on Community {
              evidence(first: 5) { edges { node { file { url } } } }
              progress { criteria { code } }
              activities(from: "2021-01-01", to: "2021-12-31") { edges { node { title joinUrl history { by } } } }
            }""";

    private final ApplicationContext app;
    private final Api api;
    private TwoCounties world;

    @Autowired
    SeveralPlacesTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        api = Api.at(port);
    }

    @BeforeAll
    void fillTheOthersAsWell() {
        world = TwoCounties.in(app);
        for (var community : List.of(world.next(), world.away())) {
            var clerk = world.world().person(Role.CLERK, PlaceKey.school(community.coreId()));
            var lesson = world.world().lesson(community, world.world().day(10));
            world.world().upload(clerk, community, Upload.photo(lesson.id()));
            world.world().progress(community, 2);
        }
    }

    @Test
    void ofASchoolOfOneOfThem() {
        assertThat(seenBy(world.person("clerk here"))).isEqualTo("here: EPLJH | next: L | away: L");
        assertThat(seenBy(world.person("teacher next"))).isEqualTo("here: L | next: EPLJH | away: L");
    }

    @Test
    void ofTheCountyOfTwo() {
        assertThat(seenBy(world.person("county here"))).isEqualTo("here: EPLJH | next: EPLJH | away: L");
        assertThat(seenBy(world.person("county away"))).isEqualTo("here: L | next: L | away: EPLJH");
    }

    @Test
    void ofNoneAndOfAll() {
        assertThat(seenBy(world.person("developer"))).isEqualTo("here: L | next: L | away: L");
        assertThat(seenBy(world.person("province"))).isEqualTo("here: EPLJH | next: EPLJH | away: EPLJH");
    }

    @Test
    void ofWhoeverIsSomethingAtTwo() {
        var schools = List.of(world.here(), world.away()).stream()
                .map(Community::coreId)
                .map(PlaceKey::school)
                .toArray(PlaceKey[]::new);
        assertThat(seenBy(world.world().person(Role.TEACHER, schools)))
                .isEqualTo("here: EPLJH | next: L | away: EPLJH");
    }

    /** Evidence, progress, lessons, links to join, history: the letters of what is shown of each. */
    private String seenBy(Person person) {
        var variables = Map.of("here", id(world.here()), "next", id(world.next()), "away", id(world.away()));
        var answer = api.ask(person.token(), QUERY, variables);
        assertThat(answer.codes()).isEmpty();
        return List.of("here", "next", "away").stream()
                .map(place -> place + ": " + seen(answer.at("/data/" + place)))
                .collect(Collectors.joining(" | "));
    }

    private static String seen(JsonNode community) {
        var lesson = community.at("/activities/edges/0/node");
        return (community.at("/evidence/edges/0/node/file/url").isString() ? "E" : "")
                + (community.at("/progress/criteria/0/code").isString() ? "P" : "")
                + (lesson.at("/title").isString() ? "L" : "")
                + (lesson.at("/joinUrl").isString() ? "J" : "")
                + (lesson.at("/history/0/by").isString() ? "H" : "");
    }

    private static String id(Community community) {
        return community.globalId().encode();
    }
}
