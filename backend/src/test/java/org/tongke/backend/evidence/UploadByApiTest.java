package org.tongke.backend.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.FormPost;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole of an upload as a client of the API sees it. */
@BackendTest
class UploadByApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REQUEST = """
            mutation($input: RequestUploadInput!) { requestUpload(input: $input) {
              ticket { id url fields { name value } expiresAt } errors { code path message } } }""";
    private static final String CONFIRM = """
            mutation($input: ConfirmUploadInput!) { confirmUpload(input: $input) {
              evidence { id criterion note uploadedBy community { name } activity { title }
                file { id sha256 mediaType sizeBytes widthPixels heightPixels pages takenAt url thumbnailUrl } }
              errors { code path message } } }""";
    private static final String LIST = """
            query($one: ID!, $other: ID!) { one: node(id: $one) { ...Inside } other: node(id: $other) { ...Inside } }
            fragment Inside on Community { name
              evidence(first: 1) { edges { node { criterion file { mediaType } } } pageInfo { hasNextPage } } }""";
    private static final String NODE = """
            query($id: ID!) { node(id: $id) { id ... on Evidence { criterion } ... on StoredFile { mediaType url } } }""";

    private final ApplicationContext app;
    private final Desk desk;
    private final int port;

    @Autowired
    UploadByApiTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        this.port = port;
        desk = Desk.of(app);
    }

    private JsonNode ask(Viewer viewer, String document, Map<String, ?> variables) throws Exception {
        var token = app.getBean(Tokens.class).issue(viewer.requireAccount(), TokenKind.DEVICE);
        var body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            assertThat(answer.path("errors").isMissingNode())
                    .as(answer.toString())
                    .isTrue();
            return answer.path("data");
        }
    }

    private Map<String, Object> input(Upload photo, String activityId) {
        var input = new LinkedHashMap<String, Object>();
        input.put("id", photo.id().toString());
        input.put("communityId", desk.community().globalId().encode());
        input.put("criterion", photo.criterion());
        input.put("activityId", new GlobalId("Activity", activityId).encode());
        input.put("fileName", photo.fileName());
        input.put("mediaType", photo.mediaType());
        input.put("sizeBytes", photo.bytes().length);
        input.put("sha256", photo.sha256());
        return input;
    }

    private JsonNode upload(Upload photo) throws Exception {
        var lesson = desk.activity("SYNCED_LESSON");
        var ticket = ask(desk.clerk(), REQUEST, Map.of("input", input(photo, lesson)))
                .at("/requestUpload/ticket");
        var fields = new LinkedHashMap<String, String>();
        ticket.path("fields")
                .forEach(field -> fields.put(
                        field.path("name").asString(), field.path("value").asString()));
        assertThat(FormPost.send(ticket.path("url").asString(), fields, photo.bytes()))
                .isBetween(200, 204);
        return ask(
                        desk.clerk(),
                        CONFIRM,
                        Map.of("input", Map.of("ticketId", ticket.path("id").asString())))
                .path("confirmUpload");
    }

    @Test
    void fromTheTicketToTheFile() throws Exception {
        var photo = Upload.photo(70);
        var confirmed = upload(photo);
        var evidence = confirmed.path("evidence");
        assertThat(confirmed.path("errors")).isEmpty();
        assertThat(evidence.at("/community/name").asString()).isEqualTo("实验小学教共体");
        assertThat(evidence.at("/activity/title").asString()).isEqualTo("分数的意义");
        assertThat(evidence.path("uploadedBy").asString()).isEqualTo("王老师");
        assertThat(evidence.at("/file/sha256").asString()).isEqualTo(photo.sha256());
        assertThat(evidence.at("/file/sizeBytes").asInt()).isEqualTo(photo.bytes().length);
        assertThat(evidence.at("/file/widthPixels").asInt()).isEqualTo(640);
        assertThat(evidence.at("/file/pages").isNull()).isTrue();
        var url = "/files/" + evidence.at("/file/id").asString();
        assertThat(evidence.at("/file/url").asString()).isEqualTo(url);
        assertThat(evidence.at("/file/thumbnailUrl").asString()).isEqualTo(url + "/thumbnail");
    }

    @Test
    void isFoundAgainByThoseConcernedOnly() throws Exception {
        var evidence = upload(Upload.photo(71)).path("evidence");
        var id = Map.of("id", evidence.path("id").asString());
        var file = Map.of("id", evidence.at("/file/id").asString());
        assertThat(ask(desk.teacher(), NODE, id).at("/node/criterion").asString())
                .isEqualTo("2.1");
        assertThat(ask(desk.officerOf("330382"), NODE, file).at("/node/url").asString())
                .startsWith("/files/");
        for (var stranger : new Viewer[] {desk.officerOf("330381"), Desk.of(app).clerk()}) {
            assertThat(ask(stranger, NODE, id).path("node").isNull()).isTrue();
            assertThat(ask(stranger, NODE, file).path("node").isNull()).isTrue();
        }
    }

    @Test
    void isListedWithEveryCommunityAndHiddenFromOthers() throws Exception {
        upload(Upload.photo(72));
        upload(Upload.photo(73));
        var other = Desk.of(app);
        other.upload(other.clerk(), Upload.photo(74));
        var both = Map.of(
                "one", desk.community().globalId().encode(),
                "other", other.community().globalId().encode());
        // each sees one page of its own community's evidence, and none of the other's
        assertThat(shown(ask(desk.clerk(), LIST, both))).isEqualTo("1 of more");
        assertThat(shown(ask(other.clerk(), LIST, both))).isEqualTo("1");
    }

    private static String shown(JsonNode data) {
        var line = new StringBuilder();
        for (var community : data) {
            var evidence = community.at("/evidence");
            if (!evidence.path("edges").isEmpty()) {
                line.append(evidence.path("edges").size());
                line.append(evidence.at("/pageInfo/hasNextPage").asBoolean() ? " of more" : "");
            }
        }
        return line.toString();
    }
}
