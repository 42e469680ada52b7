package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.StoredState;
import org.tongke.backend.support.World;

/** Requests without a token, which a foreign page could make a browser send: they can name known operations and nothing else. */
@Tag("slow")
@BackendTest
class RequestByPageTest {
    private static final String UNKNOWN = "400 application/graphql-response+json UNKNOWN_OPERATION";
    private static final String FOLLOW =
            "mutation Follow($input: FollowChannelInput!) { followChannel(input: $input) { errors { code } } }";

    private final MongoDatabase database;
    private final Person teacher;
    private final School school;
    private final Api api;

    @Autowired
    RequestByPageTest(ApplicationContext app, MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        var world = World.in(app);
        school = world.school("330382");
        teacher = world.person(Role.TEACHER, world.school("330382").key());
        api = Api.at(port);
    }

    @Test
    void canNameAKnownOperation() {
        var answer = api.call(teacher.token(), "Viewer", Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/data/viewer/name").asString()).isEqualTo("张老师");
        assertThat(api.call(null, "Viewer", Map.of()).at("/data/viewer").isNull())
                .isTrue();
    }

    @Test
    void isNobodysWithACookieThatNobodyGave() {
        assertThat(api.call("nobodys", "Viewer", Map.of()).at("/data/viewer").isNull())
                .isTrue();
        assertThat(api.call("nobodys", "MyWeek", Map.of()).codes()).containsExactly("UNAUTHENTICATED");
    }

    @TestFactory
    Stream<DynamicTest> isRefusedAndDoesNothing() {
        var known = body(Map.of("operationName", "Mutation_followChannel"));
        return Stream.of(
                refused("without the header of our own", cookie(api.post(known))),
                refused("with a document", page(body(Map.of("query", FOLLOW)))),
                refused(
                        "with a document under a known name",
                        page(body(Map.of("query", FOLLOW, "operationName", "Mutation_followChannel")))),
                refused("with null as document", page(known.replaceFirst("\\{", "{\"query\":null,"))),
                refused("with an unknown name", page(body(Map.of("operationName", "Follow")))),
                refused("with a path as name", page(body(Map.of("operationName", "../operations/Viewer")))),
                refused("without a name", page(body(Map.of()))),
                refused(
                        "with a hash of a document",
                        page(body(Map.of("extensions", Map.of("persistedQuery", Map.of("version", 1)))))),
                refused("with text for JSON", typed("text/plain", known)),
                refused("as a form", typed("application/x-www-form-urlencoded", known)),
                refused(
                        "without a type",
                        cookie(api.to("/graphql").header("X-Tongke", "1").POST(BodyPublishers.ofString(known)))),
                refused("with a type that is none", typed("json", known)),
                refused("with a list", page("[" + known + "]")),
                refused("with the text null", page("null")),
                refused("with half a body", page(known.substring(0, known.length() - 2))),
                refused("with nothing", page("")));
    }

    private DynamicTest refused(String how, HttpRequest.Builder request) {
        return DynamicTest.dynamicTest(how, () -> {
            var before = StoredState.of(database);
            assertThat(api.send(request).line()).isEqualTo(UNKNOWN);
            assertThat(StoredState.of(database).changedSince(before)).isEmpty();
        });
    }

    @Test
    void doesWhatIsRefusedAboveIfAllIsRight() {
        var before = StoredState.of(database);
        assertThat(api.send(page(body(Map.of("operationName", "Mutation_followChannel"))))
                        .line())
                .startsWith("200");
        assertThat(StoredState.of(database).changedSince(before)).containsExactly("timetables");
    }

    private String body(Map<String, ?> what) {
        var whole = new LinkedHashMap<String, Object>(what);
        whole.put(
                "variables",
                Map.of("input", Map.of("channelId", school.globalId().encode())));
        return Api.json(whole);
    }

    private HttpRequest.Builder page(String body) {
        return api.byPage(teacher.token(), body);
    }

    private HttpRequest.Builder typed(String type, String body) {
        return cookie(api.to("/graphql"))
                .header("X-Tongke", "1")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder cookie(HttpRequest.Builder request) {
        return request.header("Cookie", "tongke-device=" + teacher.token());
    }
}
