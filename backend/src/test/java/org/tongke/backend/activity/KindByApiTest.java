package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import tools.jackson.databind.JsonNode;

/** An administrator adds a kind of activity. */
@BackendTest
class KindByApiTest {
    private static final String PUT = """
            mutation P($input: PutActivityKindInput!) { putActivityKind(input: $input) {
              kind { code name subjectRequired revision attributes { code label required rule } }
              errors { code path message } } }""";
    private static final String SCHEMA = """
            {"type":"object","properties":{"rounds":{"title":"轮数","type":"integer","minimum":1}},\
            "required":["rounds"],"additionalProperties":false}""";

    private final ApplicationContext application;
    private final Scene scene;
    private final Platform platform;
    private final Viewer administrator;
    private final String code;

    KindByApiTest(ApplicationContext application) {
        this.application = application;
        scene = Scene.in(application);
        platform = scene.platform("云课");
        administrator = new Viewer(scene.marked("administrator"), "管理员", List.of(Grant.everywhere(Role.ADMINISTRATOR)));
        code = "CHESS_" + scene.marked("").substring(1).toUpperCase(Locale.ROOT);
    }

    @Test
    void whichSuppliersCanReportWithoutARelease() {
        var row = lesson("L1").with("kind", code).with("subject", null).attribute("rounds", "3");
        assertThat(platform.sends(row)).contains("QUARANTINED KIND_UNKNOWN");
        assertThat(put("城乡棋赛", SCHEMA, null).toString().replace(code, "CHESS")).isEqualTo("""
                {"kind":{"code":"CHESS","name":"城乡棋赛","subjectRequired":false,"revision":1,"attributes":[\
                {"code":"rounds","label":"轮数","required":true,"rule":"{\\"type\\":\\"integer\\",\\"minimum\\":1}"}]},"errors":[]}""");
        platform.awaitAside("L1", "-");
        assertThat(platform.sends(row)).as("went in by itself").isEqualTo("0 L1 UNCHANGED");
        assertThat(platform.get("L1").details().attributes()).containsExactly(new ActivityAttribute("rounds", 3L));
        assertThat(platform.sends(lesson("L2").with("kind", code).with("subject", null)))
                .isEqualTo("0 L2 REFUSED REQUIRED activities.0.attributes.rounds []");
    }

    @Test
    void isChangedOnlyAsItWasRead() {
        put("棋赛", SCHEMA, null);
        assertThat(put("棋赛", SCHEMA, null).at("/kind/revision").intValue())
                .as("sent twice")
                .isEqualTo(1);
        assertThat(codes(put("围棋赛", SCHEMA, null))).containsExactly("REVISION_STALE");
        assertThat(put("围棋赛", null, 1L).at("/kind/revision").intValue()).isEqualTo(2);
        assertThat(codes(put("象棋赛", null, 1L))).containsExactly("REVISION_STALE");
        assertThat(scene.stored("kinds", code).getList("changes", Object.class)).hasSize(2);
    }

    @Test
    void isRefusedWhereItIsWrong() {
        assertThat(codes(put("", SCHEMA, null))).containsExactly("REQUIRED");
        assertThat(codes(put("长".repeat(51), SCHEMA, null))).containsExactly("TOO_LONG");
        assertThat(codes(put("棋\u202E赛", SCHEMA, null))).containsExactly("MALFORMED");
        var wrong = put("棋赛", "{\"type\":\"array\"}", null);
        assertThat(wrong.at("/errors").toString())
                .isEqualTo("[{\"code\":\"KIND_SCHEMA_INVALID\",\"path\":[\"attributesSchema\"],"
                        + "\"message\":\"属性定义不合要求，问题在 /type。\"}]");
        assertThat(codes(put("chess", "棋赛", SCHEMA, null))).containsExactly("MALFORMED");
    }

    @Test
    void staysAsTheAdministratorWroteItWhenAnotherBackendStarts() {
        put("棋赛", SCHEMA, null);
        var other = new ActivityKinds(
                new KindStore(application.getBean(MongoDatabase.class)), application.getBean(Clock.class));
        assertThat(other.get(code).name().zh()).isEqualTo("棋赛");
        assertThat(other.get("SYNCED_LESSON").revision()).as("nothing to seed").isEqualTo(1);
        assertThat(other.list().getFirst().code()).isEqualTo("SYNCED_LESSON");
    }

    private JsonNode put(String name, @Nullable String schema, @Nullable Long expectedRevision) {
        return put(code, name, schema, expectedRevision);
    }

    private JsonNode put(String kind, String name, @Nullable String schema, @Nullable Long expectedRevision) {
        var input = new HashMap<String, @Nullable Object>();
        input.put("code", kind);
        input.put("nameZh", name);
        input.put("nameEn", "Chess");
        input.put("subjectRequired", false);
        input.put("attributesSchema", schema);
        input.put("expectedRevision", expectedRevision);
        return scene.ask(administrator, "zh-CN", PUT, Map.of("input", input)).at("/data/putActivityKind");
    }

    private static List<String> codes(JsonNode payload) {
        return payload.at("/errors")
                .valueStream()
                .map(error -> error.at("/code").stringValue())
                .toList();
    }
}
