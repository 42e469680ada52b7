package org.tongke.backend.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.SentCommands;
import org.tongke.backend.support.World;
import tools.jackson.databind.JsonNode;

/** Targets as the API and the tables give them, to a city that raises one: 安吉县 is printed with 16 and 32. */
@BackendTest
class TargetApiTest {
    private static final String TARGET = """
            query($code: String!) { region(code: $code) { target(programmeId: "%s") {
              newMembers { text } pairedSchools { text } isRaised goal { newMembers pairedSchools } revision viewerCanRaise
              formula { exact newMembers { text } pairedSchools { text } differs }
              raise { goal { newMembers } reason by } raises { reason } sums { column printed { text } computed differs } } } }
            """.formatted(new GlobalId("Programme", "2021").encode());
    private static final String CHILDREN = """
            query($code: String!) { region(code: $code) { children { name target { newMembers { text } isRaised raise { reason }
              goal { newMembers } } } progress { goal { newMembers } targetShare target { newMembers { text } } } } }
            """;
    private static final String RAISE = """
            mutation($input: RaiseTargetInput!) { raiseTarget(input: $input) { target { goal { newMembers pairedSchools } }
              errors { code message } } }
            """;

    private final Api api;
    private final Person city;
    private final Person county;
    private final SentCommands commands;
    private final MongoDatabase database;

    @Autowired
    TargetApiTest(ApplicationContext app, SentCommands commands, MongoDatabase database, @LocalServerPort int port) {
        api = Api.at(port);
        this.commands = commands;
        this.database = database;
        var world = World.in(app);
        city = world.person(Role.CITY_OFFICER, PlaceKey.region("3305"));
        county = world.person(Role.COUNTY_OFFICER, PlaceKey.region("330523"));
    }

    @BeforeEach
    void nothingIsRaised() {
        database.getCollection("raisedTargets").deleteMany(new Document("region", "330523"));
    }

    @Test
    void areShownAsPrintedComputedAndRaised() {
        assertThat(raise().at("/data/raiseTarget/target/goal").toString())
                .isEqualTo("{\"newMembers\":18,\"pairedSchools\":36}");
        var unit = target(county, "330523");
        assertThat(unit.at("/newMembers/text").asString()).isEqualTo("16");
        assertThat(unit.at("/formula").toString())
                .isEqualTo(
                        "{\"exact\":\"15.86\",\"newMembers\":{\"text\":\"16\"},\"pairedSchools\":{\"text\":\"32\"},\"differs\":false}");
        assertThat(unit.at("/goal/newMembers").asInt()).isEqualTo(18);
        assertThat(unit.at("/raise/reason").asString()).isEqualTo("多建两对");
        assertThat(unit.at("/raise/by").asString()).isEqualTo(city.viewer().name());
        assertThat(unit.at("/viewerCanRaise").asBoolean()).isFalse();
        assertThat(unit.at("/sums")).isEmpty();
        assertThat(target(city, "330523").at("/viewerCanRaise").asBoolean()).isTrue();
        var total = target(city, "3305");
        assertThat(total.at("/newMembers/text").asString()).isEqualTo("67");
        assertThat(total.at("/goal/newMembers").asInt()).isEqualTo(69);
        assertThat(total.at("/isRaised").asBoolean()).isTrue();
        assertThat(total.at("/viewerCanRaise").asBoolean()).isFalse();
        assertThat(total.at("/sums/7").toString())
                .isEqualTo(
                        "{\"column\":\"NEW_MEMBERS\",\"printed\":{\"text\":\"67\"},\"computed\":67,\"differs\":false}");
    }

    @Test
    void whatIsRefusedIsSaidInWords() {
        var input = input();
        input.put("newMembers", 15);
        var errors = api.ask(city.token(), RAISE, Map.of("input", input)).at("/data/raiseTarget/errors");
        assertThat(errors.at("/0/code").asString()).isEqualTo("TARGET_NOT_RAISED");
        assertThat(errors.at("/0/message").asString()).contains("16").contains("32");
        assertThat(api.ask(county.token(), RAISE, Map.of("input", input())).codes())
                .containsExactly("FORBIDDEN");
    }

    @Test
    void ofManyRegionsAreFetchedAtOnce() {
        raise();
        for (var code : List.of("330523", "3305", "33")) {
            commands.ofRequests(() -> api.ask(city.token(), CHILDREN, Map.of("code", code)));
            var sent = commands.ofRequests(() -> api.ask(city.token(), CHILDREN, Map.of("code", code)));
            assertThat(sent.stream()
                            .filter(command -> command.containsKey("find")
                                    && command.getString("find").getValue().equals("raisedTargets")))
                    .as(code)
                    .hasSizeBetween(0, 2);
        }
    }

    @Test
    void goOnPaperAsTheyLook() {
        raise();
        var page = page("/exports/targets/3305.html?show=raised&lang=zh&programme="
                + new GlobalId("Programme", "2021").encode());
        assertThat(page)
                .contains("安吉县", "15.86", "多建两对", "湖州市小计", "浙教办函〔2021〕53号")
                .doesNotContain("长兴县");
        assertThat(page("/exports/targets/3305.html?lang=en&programme=" + new GlobalId("Programme", "2021").encode()))
                .contains("长兴县", "Formula: members, unrounded");
        assertThat(status("/exports/targets/3305.html?show=nonsense")).isEqualTo(404);
        assertThat(status("/exports/targets/nowhere.xlsx")).isEqualTo(404);
        assertThat(status("/exports/targets/33.xlsx")).isEqualTo(200);
        assertThat(api.send(api.to("/exports/targets/3305.html").GET()).status())
                .isEqualTo(404);
    }

    private String page(String path) {
        return api.send(api.to(path)
                        .header("Authorization", "Bearer " + city.token())
                        .GET())
                .body();
    }

    private int status(String path) {
        return api.send(api.to(path)
                        .header("Authorization", "Bearer " + city.token())
                        .GET())
                .status();
    }

    private JsonNode target(Person person, String code) {
        return api.ask(person.token(), TARGET, Map.of("code", code)).at("/data/region/target");
    }

    private org.tongke.backend.support.Answer raise() {
        return api.ask(city.token(), RAISE, Map.of("input", input()));
    }

    private static HashMap<String, Object> input() {
        return new HashMap<>(Map.of(
                "regionId",
                new GlobalId("Region", "330523").encode(),
                "programmeId",
                new GlobalId("Programme", "2021").encode(),
                "newMembers",
                18,
                "reason",
                "多建两对"));
    }
}
