package org.tongke.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.World;

/** Those above read who changed what, in words, and take it with them. */
@BackendTest
class AuditReadTest {
    private static final String COUNTY = "330382";
    private static final String ASK = """
            query($filter: AuditFilter!) { auditEntries(filter: $filter, first: 5) { edges { node {
              by source address kindLabel thingLabel revision fields { label before after } } } } }""";

    private final World world;
    private final Api api;
    private final School school;
    private final Person county;
    private final Person away;
    private final UUID id = UUID.randomUUID();

    @Autowired
    AuditReadTest(ApplicationContext app, @LocalServerPort int port) {
        world = World.in(app);
        api = Api.at(port);
        school = world.school(COUNTY);
        county = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
        away = world.person(Role.COUNTY_OFFICER, PlaceKey.region("330212"));
        enterAndRename();
    }

    private void enterAndRename() {
        var input = Map.of(
                "id",
                id,
                "name",
                "孙文书",
                "signInName",
                "sun-" + id,
                "role",
                "CLERK",
                "placeId",
                school.globalId().encode());
        api.ask(
                county.token(),
                "mutation($input: CreateAccountInput!) { createAccount(input: $input) { errors { code } } }",
                Map.of("input", input));
        var renamed = Map.of(
                "accountId", new GlobalId("Account", id.toString()).encode(), "expectedRevision", 1, "name", "=孙文书");
        var behindProxy = api.byToken(
                        county.token(),
                        Api.json(Map.of(
                                "query",
                                "mutation($input: RenameAccountInput!) { renameAccount(input: $input) { errors { code } } }",
                                "variables",
                                Map.of("input", renamed))))
                .header("X-Forwarded-For", "10.0.0.1, 203.0.113.7");
        api.send(behindProxy);
        world.awaitAudit(id.toString(), 2);
    }

    private String read(Person caller, Map<String, Object> filter) {
        return api.ask(caller.token(), ASK, Map.of("filter", filter)).body();
    }

    @Test
    void tellsOldAndNewInWordsToThoseAbove() {
        var told = read(county, Map.of("thing", id.toString(), "kind", "accounts", "byName", "张老师"));
        assertThat(told).contains("\"kindLabel\":\"账号\"", "\"label\":\"名称\",\"before\":\"孙文书\",\"after\":\"=孙文书\"");
        assertThat(told).doesNotContain("passwordHash", "startCodeHash");
        assertThat(told).contains("\"address\":\"203.0.113.7\"").doesNotContain("10.0.0.1");
        assertThat(read(away, Map.of("thing", id.toString())))
                .isEqualTo("{\"data\":{\"auditEntries\":{\"edges\":[]}}}");
        assertThat(read(county, Map.of("thing", id.toString(), "kind", "schools")))
                .doesNotContain("孙文书");
        assertThat(read(county, Map.of("thing", id.toString(), "to", "2020-01-01")))
                .doesNotContain("孙文书");
        assertThat(read(county, Map.of("thing", id.toString(), "from", "2020-01-01", "by", county.account())))
                .contains("孙文书");
    }

    @Test
    void goesIntoAWorkbookForThoseWhoMayReadIt() throws Exception {
        var workbook = fetch(county);
        assertThat(workbook).contains("|孙文书|=孙文书");
        assertThat(fetch(away)).doesNotContain("孙文书");
        assertThat(fetch(world.person(Role.CLERK, school.key()))).isEqualTo("404");
    }

    private String fetch(Person caller) throws Exception {
        var request = api.to("/exports/audit.xlsx?thing=" + id).header("Authorization", "Bearer " + caller.token());
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request.GET().build(), BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? read(response.body()) : Integer.toString(response.statusCode());
        }
    }

    private static String read(byte[] workbook) throws Exception {
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream())
                    .filter(cell -> cell != null && cell.getType() == CellType.STRING)
                    .map(cell -> cell.asString())
                    .collect(Collectors.joining("|"));
        }
    }
}
