package org.tongke.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TwoCounties;

/** What is opened at the address of a file, by whom, and who can see that. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileAddressTest {
    private static final String FILE = """
            query($id: ID!) { node(id: $id) { ... on StoredFile { url thumbnailUrl
              origin { latitude longitude device }
              views(first: 100) { edges { node { viewedBy viewedFrom } } } } } }""";

    private final ApplicationContext app;
    private final Api api;
    private TwoCounties world;
    private String id;

    @Autowired
    FileAddressTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        api = Api.at(port);
    }

    @BeforeAll
    void found() {
        world = TwoCounties.in(app);
        id = new GlobalId("StoredFile", world.evidence().fileId()).encode();
    }

    private Answer get(String person, String path) {
        return api.send(api.to(path)
                .header("Authorization", "Bearer " + world.person(person).token())
                .GET());
    }

    private static HttpResponse<byte[]> follow(Answer answer) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create(answer.headers().firstValue("Location").orElseThrow());
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private List<String> views(String person) {
        return api.ask(world.person(person).token(), FILE, Map.of("id", id))
                .at("/data/node/views/edges")
                .valueStream()
                .map(edge -> edge.at("/node/viewedBy").asString() + " from "
                        + edge.at("/node/viewedFrom").asString())
                .toList();
    }

    @Test
    void leadsOnToABucketForAMinuteOrTwo() throws Exception {
        var answer = get("county here", "/files/" + id);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store,private");
        assertThat(answer.header("Location")).contains("X-Amz-Expires=120");
        var bytes = follow(answer);
        assertThat(bytes.statusCode()).isEqualTo(200);
        assertThat(bytes.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(bytes.headers().firstValue("Content-Disposition"))
                .contains("inline; filename*=UTF-8''%E6%9D%90%E6%96%99.jpg");
        assertThat(bytes.headers().firstValue("Cache-Control").orElseThrow()).startsWith("private");
    }

    @Test
    void isOpenedWithTheCookieOfADevice() {
        var cookie = "tongke-device=" + world.person("clerk here").token();
        assertThat(api.send(api.to("/files/" + id).header("Cookie", cookie).GET())
                        .status())
                .isEqualTo(302);
    }

    @Test
    void isNotThereForOthers() {
        for (var stranger :
                List.of("county away", "clerk next", "clerk away", "city away", "supplier own", "developer")) {
            assertThat(get(stranger, "/files/" + id).status()).as(stranger).isEqualTo(404);
            assertThat(get(stranger, "/files/" + id + "/thumbnail").status())
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(api.send(api.to("/files/" + id).GET()).status()).isEqualTo(404);
        var nowhere = new GlobalId("StoredFile", "c:nowhere/0").encode();
        assertThat(get("province", "/files/" + nowhere).status()).isEqualTo(404);
        assertThat(get("province", "/files/none").status()).isEqualTo(404);
    }

    @Test
    void isOnlyRead() {
        var token = "Bearer " + world.person("county here").token();
        for (var method : List.of("POST", "PUT", "DELETE", "HEAD")) {
            var request = api.to("/files/" + id).header("Authorization", token);
            assertThat(api.send(request.method(method, HttpRequest.BodyPublishers.noBody()))
                            .status())
                    .as(method)
                    .isEqualTo(404);
        }
    }

    @Test
    void isNotedWhenItIsOpenedAndNotWhenItsSmallPictureIs() throws Exception {
        var before = views("county here");
        var small = get("teacher here", "/files/" + id + "/thumbnail");
        assertThat(small.header("Cache-Control")).isEqualTo("max-age=60,private");
        assertThat(follow(small).statusCode()).isEqualTo(200);
        assertThat(views("county here")).isEqualTo(before);
        api.send(api.to("/files/" + id)
                .header(
                        "Authorization",
                        "Bearer " + world.person("teacher here").token())
                .header("X-Forwarded-For", "203.0.113.7")
                .GET());
        assertThat(views("county here"))
                .hasSize(before.size() + 1)
                .first()
                .isEqualTo("张老师 from 203.0.113.7, 127.0.0.1");
        assertThat(views("city here")).hasSize(before.size() + 1);
        assertThat(views("clerk here")).isEmpty();
        assertThat(views("county away")).isEmpty();
    }

    @Test
    void saysWhereItWasTakenToOfficersOnly() {
        var seen = api.ask(world.person("county here").token(), FILE, Map.of("id", id))
                .at("/data/node/origin");
        assertThat(seen.toString()).isEqualTo("""
                {"latitude":30.25,"longitude":120.16666666666667,"device":"HUAWEI ANA-AN00"}""");
        assertThat(api.ask(world.person("clerk here").token(), FILE, Map.of("id", id))
                        .at("/data/node/origin")
                        .isNull())
                .isTrue();
        var stored = world.world()
                .database()
                .getCollection("files")
                .find(new Document("_id", world.evidence().fileId()))
                .first();
        assertThat(String.valueOf(stored)).doesNotContain("30.25").doesNotContain("HUAWEI");
    }
}
