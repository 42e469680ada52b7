package org.tongke.backend.community.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.RosterStanding;
import org.tongke.backend.community.RosterStandings;
import org.tongke.backend.directory.School;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.support.World;
import tools.jackson.databind.JsonNode;

/** A county's roster from empty to locked and opened again, over the API as its officers, its city and the province use it. */
@Tag("slow")
@BackendTest
class RosterJourneyTest {
    private static final String COUNTY = "330329";
    private static final String NAME = "泰顺县";
    private static final String CITY = "3303";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ROSTER = """
            { id revision state timing memberCount pairedCount
              rows { core { name schoolId } members { name } modeLabel }
              receipts { number communityCount } reopenings { stage asked { reason } }
              form { unit person phone } history { words } viewerCanEdit viewerCannotEditReasons { code message } }""";
    private static final String ERRORS = "errors { code path message }";

    private final ApplicationContext app;
    private final TestClock clock;
    private final World world;
    private final Person county;
    private final Person city;
    private final Person province;
    private final List<School> schools;
    private Api api = Api.at(0);

    @LocalServerPort
    private int port;

    @Autowired
    RosterJourneyTest(ApplicationContext app, TestClock clock) {
        this.app = app;
        this.clock = clock;
        world = World.in(app);
        county = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY));
        city = world.person(Role.CITY_OFFICER, PlaceKey.region(CITY));
        province = world.person(Role.PROVINCE_OFFICER, PlaceKey.region("33"));
        schools = world.schools(COUNTY, 6);
    }

    @BeforeEach
    void isInTime() {
        api = Api.at(port);
        clock.set("2021-04-14T10:00:00+08:00");
        emptied();
    }

    /** Other tests of this class leave their rows. */
    private void emptied() {
        var now = roster();
        if (now.at("/state").asString().equals("SUBMITTED")) {
            act(county, "returnRoster", "RosterReasonedInput", with(Map.of("reason", "重来")));
        }
        if (now.at("/state").asString().equals("LOCKED")) {
            reopen();
        }
        for (var row : roster().at("/rows")) {
            act(
                    county,
                    "dropRosterRow",
                    "DropRosterRowInput",
                    with(Map.of("coreId", row.at("/core/schoolId").asString())));
        }
    }

    @AfterEach
    void showTheTimeAgain() {
        clock.release();
    }

    private JsonNode roster() {
        return api.ask(
                        county.token(),
                        "query($code: String!) { roster(code: $code) " + ROSTER + " }",
                        Map.of("code", COUNTY))
                .at("/data/roster");
    }

    private JsonNode act(Person person, String mutation, String type, Map<String, ?> input) {
        var answer = api.ask(
                person.token(),
                "mutation($input: " + type + "!) { it: " + mutation + "(input: $input) { "
                        + (mutation.equals("rollUpRosters") ? "number rosters " : "roster ")
                        + ROSTER + " " + ERRORS + " } }",
                Map.of("input", input));
        assertThat(answer.codes()).as(answer.body()).isEmpty();
        return answer.at("/data/it");
    }

    private Map<String, Object> with(Map<String, ?> more) {
        var now = roster();
        var input = new HashMap<String, Object>(more);
        input.put("rosterId", now.at("/id").asString());
        input.put("expectedRevision", now.at("/revision").asInt());
        return input;
    }

    private JsonNode preview(Map<String, ?> sheet) {
        var answer = api.ask(
                county.token(),
                "mutation($input: PreviewRosterInput!) { it: previewRoster(input: $input) { preview { fingerprint errorCount"
                        + " addedCount changedCount droppedCount unchangedCount changesAnything charset"
                        + " problems { kind severity sheet row column message fix name suggestions { schoolId name } } } "
                        + ERRORS + " } }",
                Map.of("input", Map.of("rosterId", roster().at("/id").asString(), "sheet", sheet)));
        assertThat(answer.codes()).as(answer.body()).isEmpty();
        return answer.at("/data/it/preview");
    }

    private static String counts(JsonNode preview) {
        return "+%d ~%d -%d =%d !%d"
                .formatted(
                        preview.at("/addedCount").asInt(),
                        preview.at("/changedCount").asInt(),
                        preview.at("/droppedCount").asInt(),
                        preview.at("/unchangedCount").asInt(),
                        preview.at("/errorCount").asInt());
    }

    private JsonNode commit(Map<String, ?> sheet) {
        var seen = preview(sheet);
        return act(
                county,
                "commitRoster",
                "CommitRosterInput",
                with(Map.of(
                        "sheet", sheet, "fingerprint", seen.at("/fingerprint").asString())));
    }

    /** The form with communities of a core school and its member schools, by their places among the schools. */
    private Map<String, String> table(int[]... communities) {
        var lines = new ArrayList<>(
                List.of("填报单位:泰顺县教育局 填表人:陈晓 电话:0577-1", "设区市\t县市区\t序号\t核心校(校区)全称\t成员(受援)校(校区)全称\t教育共同体模式"));
        for (var one : communities) {
            for (int member = 1; member < one.length; member++) {
                var core = member == 1 ? schools.get(one[0]).name() : "";
                lines.add("温州市\t" + NAME + "\t\t" + core + "\t"
                        + schools.get(one[member]).name() + "\t" + (member == 1 ? "共建型" : ""));
            }
        }
        return Map.of("text", String.join("\n", lines));
    }

    private static String code(JsonNode payload) {
        return payload.at("/errors/0/code").asString("done");
    }

    private JsonNode submit() {
        return act(county, "submitRoster", "SubmitRosterInput", with(Map.of()));
    }

    private JsonNode rollUp(UUID id) {
        var now = roster();
        return act(
                city,
                "rollUpRosters",
                "RollUpRostersInput",
                Map.of(
                        "id",
                        id,
                        "rosters",
                        List.of(Map.of(
                                "rosterId", now.at("/id").asString(),
                                "expectedRevision", now.at("/revision").asInt()))));
    }

    private void reopen() {
        act(county, "askReopening", "RosterReasonedInput", with(Map.of("reason", "学校撤并")));
        decide(city, true);
        decide(province, true);
    }

    private JsonNode decide(Person person, boolean granted) {
        return act(
                person, "decideReopening", "DecideReopeningInput", with(Map.of("granted", granted, "reason", "情况属实")));
    }

    private List<Community> communitiesOf(int core) {
        var id = schools.get(core).id();
        return app.getBean(Communities.class).findBySchools(List.of(id), Scope.EVERYWHERE).stream()
                .filter(one -> one.coreId().equals(id))
                .toList();
    }

    private void awaitCommunity(int core, int members, boolean isNew) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(communitiesOf(core))
                        .singleElement()
                        .satisfies(one -> {
                            assertThat(one.memberIds()).hasSize(members);
                            assertThat(one.programmes().contains("2021")).isEqualTo(isNew);
                        }));
    }

    @Test
    void goesFromEmptyToLockedAndBecomesCommunities() {
        assertThat(roster().at("/rows")).isEmpty();
        var file = table(new int[] {0, 1, 2}, new int[] {3, 4});
        assertThat(counts(preview(file))).isEqualTo("+2 ~0 -0 =0 !0");
        var written = commit(file);
        assertThat(code(written)).isEqualTo("done");
        assertThat(written.at("/roster/pairedCount").asInt()).isEqualTo(5);
        assertThat(counts(preview(file))).isEqualTo("+0 ~0 -0 =2 !0");
        assertThat(commit(file).at("/roster/revision")).isEqualTo(written.at("/roster/revision"));

        assertThat(submit().at("/roster/timing").asString()).isEqualTo("IN_TIME");
        assertThat(code(commit(table(new int[] {0, 1})))).isEqualTo("ROSTER_SUBMITTED");
        var id = UUID.randomUUID();
        var receipt = rollUp(id);
        assertThat(receipt.at("/number").asString()).startsWith("2021-3303-");
        assertThat(rollUp(id).at("/number")).isEqualTo(receipt.at("/number"));
        assertThat(roster().at("/receipts"))
                .last()
                .satisfies(one -> assertThat(one.at("/communityCount").asInt()).isEqualTo(2));
        var refused = commit(table(new int[] {0, 1}));
        assertThat(code(refused)).isEqualTo("ROSTER_LOCKED");
        assertThat(refused.at("/errors/0/message").asString())
                .startsWith("这份名单 2021-04-14 10:00 由张老师汇总锁定（回执 2021-3303-")
                .contains("申请解锁");
        awaitCommunity(0, 2, true);
        awaitCommunity(3, 1, true);
        var standing = app.getBean(RosterStandings.class)
                .counties("2021", List.of(COUNTY))
                .get(COUNTY);
        assertThat(standing).isEqualTo(new RosterStanding(RosterStanding.State.LOCKED, LocalDate.parse("2021-04-14")));
        assertThat(app.getBean(RosterStandings.class).rollUps("2021", List.of(CITY)))
                .containsEntry(CITY, LocalDate.parse("2021-04-14"));
        // whoever is killed in between does it again, and nothing is there twice
        app.getBean(RosterMaker.class)
                .make(app.getBean(Rosters.class)
                        .find("2021:" + COUNTY, Scope.EVERYWHERE)
                        .orElseThrow());
        assertThat(communitiesOf(0)).hasSize(1);
    }

    @Test
    void isOpenedAgainByCityThenProvinceOnly() {
        commit(table(new int[] {0, 1, 2}, new int[] {3, 4}));
        submit();
        rollUp(UUID.randomUUID());
        awaitCommunity(3, 1, true);
        assertThat(code(decide(city, true))).isEqualTo("REOPENING_NOT_DUE");
        var asked = act(county, "askReopening", "RosterReasonedInput", with(Map.of("reason", "学校撤并")));
        assertThat(asked.at("/roster/reopenings"))
                .last()
                .satisfies(one -> assertThat(one.at("/stage").asString()).isEqualTo("CITY_DECIDES"));
        assertThat(code(act(county, "askReopening", "RosterReasonedInput", with(Map.of("reason", "另一个")))))
                .isEqualTo("REOPENING_ASKED");
        assertThat(code(decide(province, true))).isEqualTo("REOPENING_NOT_DUE");
        assertThat(code(decide(city, true))).isEqualTo("done");
        assertThat(roster().at("/state").asString()).isEqualTo("LOCKED");
        assertThat(code(decide(province, true))).isEqualTo("done");
        var reopened = roster();
        assertThat(reopened.at("/state").asString()).isEqualTo("DRAFT");
        assertThat(reopened.at("/history/0/words").toString()).contains("理由：情况属实");
        assertThat(reopened.at("/history/2/words").toString()).contains("理由：学校撤并");

        assertThat(counts(preview(table(new int[] {0, 1})))).isEqualTo("+0 ~1 -1 =0 !0");
        commit(table(new int[] {0, 1}));
        submit();
        rollUp(UUID.randomUUID());
        awaitCommunity(0, 1, true);
        awaitCommunity(3, 1, false);
    }

    @Test
    void givesItsFormBackWhichChangesNothing() throws IOException {
        commit(table(new int[] {0, 1, 2}, new int[] {3, 4}));
        var response = api.open(
                api.to("/exports/rosters/" + COUNTY + ".xlsx").header("Authorization", "Bearer " + county.token()));
        assertThat(response.statusCode()).isEqualTo(200);
        var form = Map.of(
                "content", Base64.getEncoder().encodeToString(response.body().readAllBytes()));
        var seen = preview(form);
        assertThat(counts(seen)).isEqualTo("+0 ~0 -0 =2 !0");
        assertThat(seen.at("/changesAnything").asBoolean()).isFalse();
        var away = world.person(Role.COUNTY_OFFICER, PlaceKey.region("330382"));
        for (var code : List.of(COUNTY, CITY, "33")) {
            var refused = api.open(
                    api.to("/exports/rosters/" + code + ".xlsx").header("Authorization", "Bearer " + away.token()));
            assertThat(refused.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void loosesNothingWhenTwoOfficersWriteAtOnce() throws Exception {
        commit(table(new int[] {0, 1}));
        var now = with(Map.of());
        var tables = Stream.of(
                        table(new int[] {0, 2}), table(new int[] {3, 4}), table(new int[] {0, 1}, new int[] {3, 5}))
                .toList();
        try (var officers = Executors.newFixedThreadPool(3)) {
            List<Callable<String>> writing = new ArrayList<>();
            for (var one : tables) {
                var input = new HashMap<>(now);
                input.put("sheet", one);
                input.put("fingerprint", preview(one).at("/fingerprint").asString());
                writing.add(() -> code(act(county, "commitRoster", "CommitRosterInput", input)));
            }
            var answers =
                    officers.invokeAll(writing).stream().map(Future::resultNow).toList();
            assertThat(answers).containsExactlyInAnyOrder("done", "REVISION_STALE", "REVISION_STALE");
        }
    }

    @Test
    void refusesByHandWhatTheNoticeForbids() {
        var ids = schools.stream().map(school -> school.globalId().encode()).toList();
        var put = act(
                county,
                "putRosterRow",
                "PutRosterRowInput",
                with(Map.of("coreId", ids.get(0), "memberIds", List.of(ids.get(1)), "mode", "MERGED")));
        assertThat(put.at("/roster/rows/0/modeLabel").asString()).isEqualTo("融合型");
        var own = act(
                county,
                "putRosterRow",
                "PutRosterRowInput",
                with(Map.of("coreId", ids.get(2), "memberIds", List.of(ids.get(2)), "mode", "MERGED")));
        assertThat(own.at("/errors/0/message").asString()).contains("既是核心校");
        var second = Map.of("coreId", ids.get(2), "memberIds", List.of(ids.get(1)), "mode", "MERGED");
        assertThat(act(county, "putRosterRow", "PutRosterRowInput", with(second))
                        .at("/errors/0/message")
                        .asString())
                .contains("一所学校只属于一个教共体", "附件1 说明二.2");
        var reasoned = new HashMap<String, Object>(second);
        reasoned.put("reasons", List.of(Map.of("schoolId", ids.get(1), "reason", "两校区分别结对")));
        assertThat(code(act(county, "putRosterRow", "PutRosterRowInput", with(reasoned))))
                .isEqualTo("done");
        assertThat(roster().at("/history/0/words/0").asString()).startsWith("新增：融合型 ");
    }

    @Test
    void isMissedFromTheDayAfter() {
        assertThat(timingOfAnotherCounty()).isEqualTo("OPEN");
        clock.set("2021-04-15T23:00:00+08:00");
        assertThat(timingOfAnotherCounty()).isEqualTo("DUE_TODAY");
        clock.set("2021-04-16T08:00:00+08:00");
        assertThat(timingOfAnotherCounty()).isEqualTo("MISSING");
    }

    private String timingOfAnotherCounty() {
        var all = api.ask(
                city.token(),
                "query($code: String!) { rosters(code: $code) { county { name } timing problems { message } } }",
                Map.of("code", CITY));
        return all.at("/data/rosters")
                .valueStream()
                .filter(one -> one.at("/county/name").asString().equals("文成县"))
                .map(one -> one.at("/timing").asString())
                .findFirst()
                .orElseThrow();
    }
}
