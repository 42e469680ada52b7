package org.tongke.backend.exchange.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import tools.jackson.databind.JsonNode;

@Tag("slow")
@BackendTest
class SyncByApiTest {
    private static final String SYNC = """
            mutation S($input: SyncActivitiesInput!) { syncActivities(input: $input) {
              outcomes { index externalId result error { code path message } fix }
              counts { applied unchanged older quarantined refused } errors { code path message } } }""";

    private final Scene scene;
    private final Platform platform;

    SyncByApiTest(ApplicationContext application) {
        scene = Scene.in(application);
        platform = scene.platform("云课");
    }

    @Test
    void answersEachRowInTheCallersLanguage() {
        var rows = List.of(row("L1"), row("L2", "title", 7), row("L3", "subject", "奥数"));
        assertThat(sync(platform.viewer(), "zh-CN", rows)
                        .at("/data/syncActivities")
                        .toString())
                .isEqualTo("""
                        {"outcomes":[\
                        {"index":0,"externalId":"L1","result":"APPLIED","error":null,"fix":null},\
                        {"index":1,"externalId":"L2","result":"REFUSED","error":{"code":"MALFORMED",\
                        "path":["activities","1","title"],"message":"格式不对：7。"},"fix":"请以文字（字符串）发送。"},\
                        {"index":2,"externalId":"L3","result":"QUARANTINED","error":{"code":"SUBJECT_UNKNOWN",\
                        "path":["activities","2","subject"],"message":"没有名为「奥数」的学科。"},\
                        "fix":"请使用学科代码或课程标准中的名称，例如 MATHEMATICS 或 数学；也可以把这个名称对应到学科。"}],\
                        "counts":{"applied":1,"unchanged":0,"older":0,"quarantined":1,"refused":1},"errors":[]}""");
        var english = sync(platform.viewer(), "en", rows).at("/data/syncActivities");
        assertThat(english.at("/outcomes/0/result").stringValue()).isEqualTo("UNCHANGED");
        assertThat(english.at("/outcomes/1/error/message").stringValue()).isEqualTo("Not written as expected: 7.");
        assertThat(english.at("/outcomes/1/fix").stringValue()).isEqualTo("Please send it as text (a string).");
    }

    @Test
    void readsValuesOfAnyKindByTheRulesOfTheirFields() {
        var answer = sync(
                platform.viewer(),
                "zh-CN",
                List.of(
                        row("L1", "revision", "7"),
                        row("L2", "revision", 7.0),
                        row("L3", "revision", 9_007_199_254_740_993L),
                        row("L4", "title", true),
                        row("L5", "title", Map.of("a", List.of(1, "x"))),
                        row("L6", "title", List.of()),
                        row("L7", "startsAt", 0),
                        row("L8", "schools", List.of()),
                        row("L9", "className", "")));
        assertThat(answer.at("/data/syncActivities/outcomes")
                        .valueStream()
                        .map(outcome -> "%s %s"
                                .formatted(
                                        outcome.at("/result").stringValue(),
                                        outcome.at("/error/code").asString("-"))))
                .containsExactly(
                        "APPLIED -",
                        "APPLIED -",
                        "REFUSED OUT_OF_RANGE",
                        "REFUSED MALFORMED",
                        "REFUSED MALFORMED",
                        "REFUSED MALFORMED",
                        "REFUSED MALFORMED",
                        "REFUSED REQUIRED",
                        "APPLIED -");
        assertThat(platform.prints("L2")).endsWith("| r7");
    }

    @Test
    void readsLiteralsAsItReadsVariables() {
        var literal = """
                mutation { syncActivities(input: {batchId: "%s", activities: [
                  {externalId: "L1", revision: 3, title: true}, {externalId: 5}, {externalId: null}]}) {
                outcomes { externalId error { code path } } } }""".formatted(UUID.randomUUID());
        assertThat(scene.ask(platform.viewer(), "zh-CN", literal, Map.of())
                        .at("/data/syncActivities/outcomes")
                        .toString())
                .isEqualTo("""
                        [{"externalId":"L1","error":{"code":"REQUIRED","path":["activities","0","state"]}},\
                        {"externalId":null,"error":{"code":"MALFORMED","path":["activities","1","externalId"]}},\
                        {"externalId":null,"error":{"code":"REQUIRED","path":["activities","2","externalId"]}}]""");
    }

    @Test
    void refusesTooLargeABatchAsAWhole() {
        var rows = new ArrayList<Map<String, Object>>();
        for (int number = 0; number < 501; number++) {
            rows.add(row("L" + number));
        }
        assertThat(sync(platform.viewer(), "zh-CN", rows)
                        .at("/data/syncActivities")
                        .toString())
                .isEqualTo("""
                        {"outcomes":[],"counts":{"applied":0,"unchanged":0,"older":0,"quarantined":0,"refused":0},\
                        "errors":[{"code":"BATCH_TOO_LARGE","path":["activities"],"message":"一批最多 500 行，请分批发送。"}]}""");
    }

    @Test
    void isForSuppliersOnly() {
        for (var viewer : List.of(
                scene.at("山村小学", Role.CLERK),
                new Viewer("admin-" + platform.id(), "管理员", List.of(Grant.everywhere(Role.ADMINISTRATOR))))) {
            assertThat(sync(viewer, "zh-CN", List.of(row("L1")))
                            .at("/errors/0/extensions/code")
                            .stringValue())
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(platform.find("L1")).isEmpty();
    }

    @Test
    void findsOnlyTheCallersOwnSupplier() {
        var other = scene.platform("校园云");
        var find = "query N($id: ID!) { node(id: $id) { ... on Supplier { id name } } }";
        var id = new GlobalId("Supplier", platform.id()).encode();
        assertThat(scene.ask(platform.viewer(), "zh-CN", find, Map.of("id", id))
                        .at("/data/node/name")
                        .stringValue())
                .isEqualTo("云课");
        assertThat(scene.ask(other.viewer(), "zh-CN", find, Map.of("id", id)).toString())
                .isEqualTo("{\"data\":{\"node\":null}}");
        assertThat(scene.ask(scene.at("山村小学", Role.TEACHER), "zh-CN", find, Map.of("id", id))
                        .toString())
                .isEqualTo("{\"data\":{\"node\":null}}");
    }

    private JsonNode sync(Viewer viewer, String language, List<Map<String, Object>> rows) {
        var input = Map.of("batchId", UUID.randomUUID().toString(), "activities", rows);
        return scene.ask(viewer, language, SYNC, Map.of("input", input));
    }

    private Map<String, Object> row(String externalId) {
        return new HashMap<>(Map.of(
                "externalId", externalId,
                "revision", 1,
                "state", "PLANNED",
                "kind", "SYNCED_LESSON",
                "title", "分数的意义",
                "subject", "数学",
                "startsAt", "2021-03-10T10:20:00+08:00",
                "endsAt", "2021-03-10T11:00:00+08:00",
                "schools", List.of(Map.of("name", scene.marked("城关一小")), Map.of("name", scene.marked("山村小学")))));
    }

    private Map<String, Object> row(String externalId, String field, Object value) {
        var row = row(externalId);
        row.put(field, value);
        return row;
    }
}
