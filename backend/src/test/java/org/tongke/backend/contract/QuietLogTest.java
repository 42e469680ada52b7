package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.FormPost;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;
import tools.jackson.databind.JsonNode;

/** Whatever people send, rightly or wrongly, the log names none of them and holds nothing with which one could sign in. */
@BackendTest
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTest {
    private static final String NAME = "欧阳逐月";
    private static final String OTHER_NAME = "司徒望舒";
    private static final String PHONE = "13957712345";
    private static final String ID_CARD = "330381198001011234";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String signInName = "ouyang-" + mark;
    private final String password = "Geheim-" + mark;
    private final String unknownToken = "unknown-token-" + mark;
    private final List<String> secrets =
            new ArrayList<>(List.of(NAME, OTHER_NAME, PHONE, ID_CARD, signInName, password, unknownToken, "逐月的教案"));

    private final MongoDatabase database;
    private final int port;
    private final Api api;
    private final World world;
    private final School school;
    private final Community community;
    private final Person county;
    private final Person clerk;

    @Autowired
    QuietLogTest(ApplicationContext app, MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
        api = Api.at(port);
        world = World.in(app);
        school = world.school("330726");
        community = world.community(school, world.schools("330726", 1));
        county = world.person(Role.COUNTY_OFFICER, PlaceKey.region("330726"));
        clerk = world.person(Role.CLERK, school.key());
        secrets.add(county.token());
        secrets.add(clerk.token());
    }

    private static Level logAt(Level level) {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var before = root.getLevel();
        root.setLevel(level);
        return before;
    }

    @Test
    void namesNobody(CapturedOutput log) throws IOException {
        // tests say less than the product does
        var before = logAt(Level.INFO);
        try {
            signIn();
            upload();
            report();
            plan();
            sendNonsense();
            findAFault();
        } finally {
            logAt(before);
        }
        assertThat(log)
                .as("the fault is there")
                .contains("request fault-" + mark, "IllegalArgumentException", "A request was not answered");
        assertThat(secrets).allSatisfy(secret -> assertThat(log.getAll()).doesNotContain(secret));
    }

    private Answer run(Person who, String mutation, String type, String fields, Map<String, ?> input) {
        return api.ask(
                who.token(),
                "mutation($input: %s!) { it: %s(input: $input) { %s errors { code message } } }"
                        .formatted(type, mutation, fields),
                Map.of("input", input));
    }

    private void signIn() {
        var table = "姓名\t登录名\t角色\t电话\n%s\t%s\t教师\t%s\n%s\t%s\t教师\t%s\n=%s\t\t校医\t\n"
                .formatted(NAME, signInName, PHONE, OTHER_NAME, signInName, ID_CARD, NAME);
        for (var commit : List.of(false, true)) {
            var input =
                    Map.of("schoolId", school.globalId().encode(), "table", Map.of("text", table), "commit", commit);
            var rows = run(county, "importAccounts", "ImportAccountsInput", "rows { outcome problem startCode }", input)
                    .at("/data/it/rows");
            assertThat(rows.at("/1/outcome").asString()).isEqualTo("PROBLEM");
            keep(rows.at("/0/startCode"));
        }
        var sound = "姓名\t登录名\t角色\n%s\t%s\t教师\n".formatted(NAME, signInName);
        var added = run(
                        county,
                        "importAccounts",
                        "ImportAccountsInput",
                        "rows { outcome startCode }",
                        Map.of("schoolId", school.globalId().encode(), "table", Map.of("text", sound), "commit", true))
                .at("/data/it/rows/0/startCode");
        keep(added);
        signIn(signInName, added.asString(""));
        signIn(signInName, password);
        // as it happens: the password in the wrong field
        signIn(password, password);
        signIn(OTHER_NAME, password);
        api.send(api.byToken(unknownToken, "{\"query\": \"{ viewer { name } }\"}"));
        api.call(unknownToken, "Viewer", Map.of());
    }

    private void signIn(String name, String with) {
        api.call(null, "SignIn", Map.of("input", Map.of("signInName", name, "password", with)))
                .header("Set-Cookie")
                .lines()
                .map(cookie -> cookie.replaceFirst("^[^=]*=", "").replaceFirst(";.*", ""))
                .filter(cookie -> !cookie.isBlank())
                .forEach(secrets::add);
    }

    private void keep(JsonNode secret) {
        if (secret.isString() && !secret.asString().isBlank()) {
            secrets.add(secret.asString());
        }
    }

    private void upload() {
        for (var isWhole : List.of(true, false)) {
            var upload = Upload.document();
            var bytes = upload.bytes();
            var input = new HashMap<String, Object>(Map.of(
                    "id",
                    UUID.randomUUID(),
                    "communityId",
                    community.globalId().encode(),
                    "criterion",
                    "1.2",
                    "fileName",
                    NAME + "逐月的教案.pdf",
                    "mediaType",
                    "application/pdf",
                    "sizeBytes",
                    bytes.length,
                    "sha256",
                    upload.sha256(),
                    "note",
                    NAME + " " + PHONE));
            var ticket = run(
                            clerk,
                            "requestUpload",
                            "RequestUploadInput",
                            "ticket { id url fields { name value } }",
                            input)
                    .at("/data/it/ticket");
            var fields = new HashMap<String, String>();
            ticket.path("fields")
                    .forEach(field -> fields.put(
                            field.path("name").asString(), field.path("value").asString()));
            if (!isWhole) {
                bytes[bytes.length / 2]++;
            }
            assertThat(FormPost.send(ticket.path("url").asString(), fields, bytes))
                    .isLessThan(300);
            var confirmed = run(
                    clerk,
                    "confirmUpload",
                    "ConfirmUploadInput",
                    "evidence { id }",
                    Map.of("ticketId", ticket.path("id").asString()));
            assertThat(confirmed.at("/data/it/evidence").isObject()).isEqualTo(isWhole);
        }
    }

    private void report() {
        var platform = world.platformOf(world.supplierOfLessons());
        secrets.add(platform.token());
        var row = Map.of(
                "externalId",
                NAME,
                "revision",
                1,
                "state",
                "PLANNED",
                "kind",
                "SYNCED_LESSON",
                "title",
                NAME + "的公开课 " + PHONE,
                "subject",
                OTHER_NAME,
                "startsAt",
                "2021-03-10T10:20:00+08:00",
                "endsAt",
                "2021-03-10T10:00:00+08:00",
                "schools",
                List.of(Map.of("name", OTHER_NAME)),
                "teachers",
                List.of(Map.of("name", NAME, "role", "LEADS", "school", OTHER_NAME)));
        run(
                platform,
                "syncActivities",
                "SyncActivitiesInput",
                "outcomes { result }",
                Map.of("batchId", UUID.randomUUID(), "activities", List.of(row)));
    }

    private void plan() {
        var roster = world.roster(county, school, world.schools("330726", 1));
        var sheet = "填表人：%s\t电话：%s\n核心校\t成员校\t模式\n%s\t%s\t共建型\n".formatted(NAME, PHONE, school.name(), OTHER_NAME);
        var input = Map.of("rosterId", roster.id(), "sheet", Map.of("text", sheet));
        run(county, "previewRoster", "PreviewRosterInput", "preview { errorCount }", input);
        var seen = roster.filled().seen();
        seen.putAll(Map.of("person", NAME, "phone", PHONE, "unit", OTHER_NAME));
        run(county, "submitRoster", "SubmitRosterInput", "roster { state }", seen);
        seen.putAll(Map.of("person", NAME.repeat(20)));
        run(county, "submitRoster", "SubmitRosterInput", "roster { state }", seen);
        roster.draft();
    }

    private void sendNonsense() throws IOException {
        api.send(api.byToken(clerk.token(), "{\"query\": " + NAME + "}"));
        api.send(api.byToken(clerk.token(), "{\"query\": \"{ school(name: " + NAME + ")\"}"));
        api.ask(
                clerk.token(),
                "{ viewer { name(of: \"" + NAME + "\") " + signInName.replace('-', '_') + " } }",
                Map.of());
        run(county, "createAccount", "CreateAccountInput", "account { id }", Map.of("name", Map.of(NAME, PHONE)));
        api.ask(clerk.token(), "query($id: ID!) { node(id: $id) { id } }", Map.of("id", NAME));
        var word = URLEncoder.encode(NAME, StandardCharsets.UTF_8);
        for (var path :
                List.of("/calendar/%s.ics", "/files/%s", "/exports/%s?day=%1$s", "/changes/%s", "/nowhere/%s")) {
            api.send(api.to(path.formatted(word)));
            api.send(api.to(path.formatted(unknownToken)).header("Authorization", "Bearer " + unknownToken));
        }
        api.send(api.to("/graphql").header("Content-Type", "text/plain").POST(BodyPublishers.ofString(NAME)));
        sendRaw("GET /files/" + NAME + "?token=" + unknownToken + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        sendRaw("GET /graphql HTTP/1.1\r\nHost: localhost\r\n" + NAME + " " + unknownToken + "\r\n\r\n");
    }

    /** What no client of ours would send. */
    private void sendRaw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    /** A document of the store that is broken and says so with what stands in it. */
    private void findAFault() {
        var lesson = world.lessons(community, List.of(world.day(3))).getFirst();
        var activities = database.getCollection("activities");
        var id = Filters.eq("_id", lesson.id());
        activities.updateOne(id, Updates.set("reported.state", NAME));
        try {
            var document = "query($id: ID!) { node(id: $id) { ... on Activity { title state } } }";
            var variables = Map.of("id", lesson.globalId().encode());
            api.send(api.byToken(clerk.token(), Api.json(Map.of("query", document, "variables", variables)))
                    .header("X-Request-Id", "fault-" + mark));
            var workbook = api.send(api.to("/exports/lessons/%s.xlsx"
                            .formatted(community.globalId().encode()))
                    .header("Authorization", "Bearer " + clerk.token()));
            assertThat(workbook.status()).isEqualTo(500);
            assertThat(workbook.body()).doesNotContain(NAME);
        } finally {
            activities.updateOne(id, Updates.set("reported.state", "PLANNED"));
        }
    }
}
