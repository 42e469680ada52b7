package org.tongke.backend.activity.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import tools.jackson.databind.JsonNode;

/** Schools enter, edit, move, cancel and copy activities. */
@Tag("slow")
@BackendTest
class HandEntryTest {
    private static final String PAYLOAD = """
            { activity { id revision title subject { code } grade { code } startsAt endsAt state cancelReason movedFrom supplierName
              schools { name room className } teachers { name schoolName teacher { name } } series { name } joinUrl
              materials { title url } attributes { code value } viewerCanEdit viewerCannotEditReasons { code }
              history { by fields { field before after } } } errors { code path message } } }""";

    private final Scene scene;
    private final Viewer clerk;

    HandEntryTest(ApplicationContext application) {
        scene = Scene.in(application).community("河边", "河边小学", "柳树小学");
        clerk = scene.at("山村小学", Role.CLERK);
    }

    @Test
    void standsInTheTimetableAsReportedOnesDo() {
        scene.teacher("王海", "城关一小", null);
        var facts = new HashMap<>(facts());
        facts.put("className", "五年级2班");
        facts.put("series", "分数专题");
        facts.put("joinUrl", "https://live.example.cn/1");
        facts.put("materials", List.of(Map.of("title", "课件", "url", "https://live.example.cn/1.pdf")));
        facts.put("attributes", List.of(Map.of("name", "interaction", "value", "LIVE")));
        facts.put("teachers", List.of(Map.of("name", "王 海"), Map.of("name", "客座教师", "role", "ATTENDS")));
        var entered = activity(enter(UUID.randomUUID(), facts));
        assertThat(scene.unmarked(entered.toString()).replace(entered.at("/id").stringValue(), "ID"))
                .isEqualTo("""
                        {"id":"ID","revision":1,"title":"分数的意义","subject":{"code":"MATHEMATICS"},"grade":{"code":"G5"},\
                        "startsAt":"2021-03-10T10:20:00+08:00","endsAt":"2021-03-10T11:00:00+08:00","state":"PLANNED",\
                        "cancelReason":null,"movedFrom":null,"supplierName":"山村小学",\
                        "schools":[{"name":"城关一小","room":"录播室","className":"五年级2班"},{"name":"山村小学","room":null,"className":null}],\
                        "teachers":[{"name":"王 海","schoolName":null,"teacher":{"name":"王海"}},{"name":"客座教师","schoolName":null,"teacher":null}],\
                        "series":{"name":"分数专题"},"joinUrl":"https://live.example.cn/1",\
                        "materials":[{"title":"课件","url":"https://live.example.cn/1.pdf"}],\
                        "attributes":[{"code":"interaction","value":"实时互动"}],"viewerCanEdit":true,"viewerCannotEditReasons":[],\
                        "history":[{"by":"山村小学","fields":[]}]}""");
        var stored = scene.stored(
                "activities",
                GlobalId.rawOf("Activity", entered.at("/id").stringValue()).orElseThrow());
        assertThat(stored.getString("supplier")).isEqualTo("hand");
        assertThat(stored.getList("channels", String.class).stream().map(scene::unmarked))
                .contains(
                        "community:城关",
                        "class:330382-城关一小:五年级2班",
                        "teacher:王海",
                        "subject:MATHEMATICS@330382",
                        "series:hand:城关/分数专题");
    }

    @Test
    void isEnteredOnceHoweverOftenItIsSent() {
        var id = UUID.randomUUID();
        var first = activity(enter(id, facts()));
        assertThat(activity(enter(id, facts())).at("/revision").intValue()).isEqualTo(1);
        assertThat(codes(enter(id, with("title", "别的")))).containsExactly("ID_REUSED");
        move(first, 1, "2021-03-11T08:00:00+08:00", "2021-03-11T08:40:00+08:00");
        assertThat(activity(enter(id, facts())).at("/startsAt").stringValue())
                .as("a late repetition")
                .isEqualTo("2021-03-11T08:00:00+08:00");
    }

    @Test
    void isEditedMovedAndCancelledWithItsHistory() {
        var entered = activity(enter(UUID.randomUUID(), facts()));
        assertThat(activity(edit(entered, 1, with("title", "分数的大小")))
                        .at("/revision")
                        .intValue())
                .isEqualTo(2);
        assertThat(activity(edit(entered, 1, with("title", "分数的大小")))
                        .at("/revision")
                        .intValue())
                .as("sent twice")
                .isEqualTo(2);
        var moved = activity(move(entered, 2, "2021-03-12T14:00:00+08:00", "2021-03-12T14:40:00+08:00"));
        assertThat(moved.at("/movedFrom").stringValue()).isEqualTo("2021-03-10T10:20:00+08:00");
        assertThat(activity(move(entered, 2, "2021-03-12T14:00:00+08:00", "2021-03-12T14:40:00+08:00"))
                        .at("/revision")
                        .intValue())
                .as("sent twice")
                .isEqualTo(3);
        assertThat(codes(cancel(entered, 3, "长".repeat(201)))).containsExactly("TOO_LONG");
        var cancelled = activity(cancel(entered, 3, " 停电 "));
        assertThat(cancelled.at("/state").stringValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/cancelReason").stringValue()).isEqualTo("停电");
        assertThat(cancelled.at("/history/0/fields/1").toString())
                .isEqualTo("{\"field\":\"原因\",\"before\":null,\"after\":\"停电\"}");
        assertThat(cancelled.at("/viewerCannotEditReasons").toString()).isEqualTo("[{\"code\":\"CANCELLED\"}]");
        assertThat(activity(cancel(entered, 3, "别的原因")).at("/revision").intValue())
                .as("sent twice")
                .isEqualTo(4);
        assertThat(cancelled
                        .at("/history")
                        .valueStream()
                        .map(change -> scene.unmarked(change.at("/by").stringValue() + " "
                                + change.at("/fields/0/field").asString("")
                                + " "
                                + change.at("/fields/0/after").asString(""))))
                .containsExactly("山村小学 状态 已取消", "山村小学 时间 3月12日 周五 14:00–14:40", "山村小学 标题 分数的大小", "山村小学  ");
        assertThat(codes(edit(entered, 4, facts()))).containsExactly("CANCELLED");
        assertThat(codes(move(entered, 4, "2021-03-13T14:00:00+08:00", "2021-03-13T14:40:00+08:00")))
                .containsExactly("CANCELLED");
        var stored = scene.stored(
                "activities",
                GlobalId.rawOf("Activity", entered.at("/id").stringValue()).orElseThrow());
        assertThat(stored.getList("vacated", Object.class)).isNotEmpty();
    }

    @Test
    void isNotOverwrittenByWhoeverReadItEarlier() {
        var entered = activity(enter(UUID.randomUUID(), facts()));
        edit(entered, 1, with("title", "二"));
        assertThat(codes(edit(entered, 1, with("title", "三")))).containsExactly("REVISION_STALE");
        assertThat(codes(cancel(entered, 1))).containsExactly("REVISION_STALE");
    }

    @Test
    void isCopiedToAnotherDayWithoutWhatBelongsToItsTime() {
        var platform = scene.platform("云课");
        platform.sends(lesson("L1")
                .with("className", "五年级2班")
                .with("joinUrl", "https://live.example.cn/1")
                .series("S1", "分数专题")
                .material("课件", "https://live.example.cn/1.pdf"));
        var id = new GlobalId("Activity", platform.key("L1").id()).encode();
        var copyId = UUID.randomUUID();
        Map<String, Object> copy = Map.of("id", copyId, "activityId", id, "startsAt", "2021-03-17T10:20:00+08:00");
        var copied = activity(send("copyActivity", copy));
        assertThat(copied.at("/endsAt").stringValue()).isEqualTo("2021-03-17T11:00:00+08:00");
        assertThat(copied.at("/joinUrl").isNull()).isTrue();
        assertThat(copied.at("/series/name").stringValue()).isEqualTo("分数专题");
        assertThat(copied.at("/materials/0/title").stringValue()).isEqualTo("课件");
        assertThat(copied.at("/schools/0/className").stringValue()).isEqualTo("五年级2班");
        assertThat(scene.unmarked(copied.at("/supplierName").stringValue())).isEqualTo("山村小学");
        assertThat(copied.at("/viewerCanEdit").booleanValue()).isTrue();
        assertThat(activity(send("copyActivity", copy)).at("/revision").intValue())
                .as("sent twice")
                .isEqualTo(1);
    }

    @Test
    void ofASupplierIsChangedOnlyThere() {
        var platform = scene.platform("云课");
        platform.sends(lesson("L1"));
        var id = new GlobalId("Activity", platform.key("L1").id()).encode();
        for (var answer : List.of(
                send("editActivity", Map.of("activityId", id, "expectedRevision", 1, "facts", facts())),
                send(
                        "moveActivity",
                        Map.of(
                                "activityId",
                                id,
                                "expectedRevision",
                                1,
                                "startsAt",
                                "2021-03-12T14:00:00+08:00",
                                "endsAt",
                                "2021-03-12T14:40:00+08:00")),
                send("cancelActivity", Map.of("activityId", id, "expectedRevision", 1)))) {
            assertThat(answer.at("/errors/0/code").stringValue()).isEqualTo("OF_SUPPLIER");
            assertThat(answer.at("/errors/0/message").stringValue()).isEqualTo("这节课由云课报送，请在那里更改。");
        }
        assertThat(platform.get("L1").revision()).isEqualTo(1);
    }

    @Test
    void isOfOnesOwnSchools() {
        var stranger = scene.at("河边小学", Role.CLERK);
        assertThat(codes(send(stranger, "enterActivity", entry(UUID.randomUUID(), facts()))))
                .containsExactly("NOT_FOUND");
        var entered = activity(enter(UUID.randomUUID(), facts()));
        assertThat(codes(send(
                        stranger,
                        "cancelActivity",
                        Map.of("activityId", entered.at("/id").stringValue(), "expectedRevision", 1))))
                .containsExactly("NOT_FOUND");
        assertThat(codes(enter(UUID.randomUUID(), with("schools", List.of(school("城关一小"))))))
                .containsExactly("SCHOOLS_NOT_YOURS");
        assertThat(codes(enter(UUID.randomUUID(), with("schools", List.of(school("山村小学"), school("河边小学"))))))
                .containsExactly("NOT_FOUND");
        assertThat(codes(edit(entered, 1, with("schools", List.of(school("城关一小"))))))
                .containsExactly("SCHOOLS_NOT_YOURS");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "title, -, REQUIRED facts.title",
                "title, '\u202E反', MALFORMED facts.title",
                "title, LONG, TOO_LONG facts.title",
                "kind, DANCE, KIND_UNKNOWN facts.kind",
                "subject, -, REQUIRED facts.subject",
                "subject, 奥数, SUBJECT_UNKNOWN facts.subject",
                "grade, 十三年级, GRADE_UNKNOWN facts.grade",
                "joinUrl, javascript:alert(1), MALFORMED facts.joinUrl",
                "recordingUrl, http://a.cn, MALFORMED facts.recordingUrl",
                "className, LONG, TOO_LONG facts.className"
            })
    void meetsTheRulesOfReports(String field, @Nullable String value, String refusal) {
        var said = value == null ? "" : value.replace("LONG", "长".repeat(10_000));
        assertThat(refusals(enter(UUID.randomUUID(), with(field, said)))).containsExactly(refusal);
    }

    @Test
    void meetsTheRulesOfReportsInItsLists() {
        assertThat(refusals(enter(UUID.randomUUID(), with("schools", List.of()))))
                .containsExactly("REQUIRED facts.schools");
        assertThat(refusals(enter(UUID.randomUUID(), with("schools", List.of(school("山村小学"), school("山村小学"))))))
                .containsExactly("NOT_FOUND facts.schools.1.schoolId");
        assertThat(refusals(enter(
                        UUID.randomUUID(), with("materials", List.of(Map.of("title", "课件", "url", "file:///etc"))))))
                .containsExactly("MALFORMED facts.materials.0.url");
        assertThat(refusals(enter(
                        UUID.randomUUID(),
                        with("attributes", List.of(Map.of("name", "interaction", "value", "SOMEHOW"))))))
                .containsExactly("ATTRIBUTE_INVALID facts.attributes.0.value");
        assertThat(refusals(
                        enter(UUID.randomUUID(), with("attributes", List.of(Map.of("name", "weather", "value", "晴"))))))
                .containsExactly("ATTRIBUTE_UNKNOWN facts.attributes");
        assertThat(refusals(enter(UUID.randomUUID(), with("teachers", List.of(Map.of("role", "LEADS"))))))
                .containsExactly("REQUIRED facts.teachers.0.name");
        assertThat(refusals(enter(UUID.randomUUID(), with("teachers", List.of(Map.of("teacherId", "nonsense"))))))
                .containsExactly("NOT_FOUND facts.teachers.0.teacherId");
        scene.teacher("甲", "王海", "城关一小", null);
        var second = scene.teacher("乙", "王海", "山村小学", null);
        assertThat(refusals(enter(UUID.randomUUID(), with("teachers", List.of(Map.of("name", "王海"))))))
                .containsExactly("TEACHER_AMBIGUOUS facts.teachers.0.name");
        var chosen = Map.of("teacherId", second.globalId().encode());
        assertThat(scene.unmarked(activity(enter(UUID.randomUUID(), with("teachers", List.of(chosen))))
                        .at("/teachers/0")
                        .toString()))
                .isEqualTo("{\"name\":\"王海\",\"schoolName\":\"山村小学\",\"teacher\":{\"name\":\"王海\"}}");
        var twentyOne = new ArrayList<Object>();
        for (int teacher = 0; teacher < 21; teacher++) {
            twentyOne.add(Map.of("name", "教师" + teacher));
        }
        assertThat(refusals(enter(UUID.randomUUID(), with("teachers", twentyOne))))
                .containsExactly("OUT_OF_RANGE facts.teachers");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-10T10:20:00+08:00, 2021-03-10T10:20:00+08:00, TIMES_BACKWARDS endsAt",
        "2021-03-10T10:20:00+08:00, 2021-03-09T10:20:00+08:00, TIMES_BACKWARDS endsAt",
        "2021-03-10T10:20:00+08:00, 2021-03-12T02:20:00+08:00, LASTS_TOO_LONG endsAt",
        "1999-12-31T10:20:00+08:00, 1999-12-31T11:20:00+08:00, OUT_OF_RANGE startsAt",
        "9999-12-31T10:20:00+08:00, 9999-12-31T11:20:00+08:00, OUT_OF_RANGE startsAt"
    })
    void hasTimesThatFitTogether(String startsAt, String endsAt, String refusal) {
        var entry = new HashMap<>(entry(UUID.randomUUID(), facts()));
        entry.put("startsAt", startsAt);
        entry.put("endsAt", endsAt);
        assertThat(refusals(send("enterActivity", entry)).getFirst()).startsWith(refusal);
        var entered = activity(enter(UUID.randomUUID(), facts()));
        assertThat(refusals(move(entered, 1, startsAt, endsAt)).getFirst()).startsWith(refusal);
    }

    private Map<String, Object> facts() {
        return Map.of(
                "kind",
                "SYNCED_LESSON",
                "title",
                "分数的意义",
                "subject",
                "数学",
                "schools",
                List.of(
                        Map.of("schoolId", scene.schoolNamed("城关一小").globalId().encode(), "room", "录播室"),
                        school("山村小学")));
    }

    private Map<String, Object> with(String field, Object value) {
        var facts = new HashMap<>(facts());
        facts.put(field, value);
        return facts;
    }

    private Map<String, Object> school(String name) {
        return Map.of("schoolId", scene.schoolNamed(name).globalId().encode());
    }

    private Map<String, Object> entry(UUID id, Map<String, ?> facts) {
        return Map.of(
                "id",
                id,
                "communityId",
                scene.communityNamed("城关").globalId().encode(),
                "startsAt",
                "2021-03-10T10:20:00+08:00",
                "endsAt",
                "2021-03-10T11:00:00+08:00",
                "facts",
                facts);
    }

    private JsonNode enter(UUID id, Map<String, ?> facts) {
        return send("enterActivity", entry(id, facts));
    }

    private JsonNode edit(JsonNode activity, long revision, Map<String, ?> facts) {
        return send(
                "editActivity",
                Map.of(
                        "activityId", activity.at("/id").stringValue(),
                        "expectedRevision", revision,
                        "facts", facts));
    }

    private JsonNode move(JsonNode activity, long revision, String startsAt, String endsAt) {
        return send(
                "moveActivity",
                Map.of(
                        "activityId", activity.at("/id").stringValue(),
                        "expectedRevision", revision,
                        "startsAt", startsAt,
                        "endsAt", endsAt));
    }

    private JsonNode cancel(JsonNode activity, long revision, String reason) {
        return send(
                "cancelActivity",
                Map.of("activityId", activity.at("/id").stringValue(), "expectedRevision", revision, "reason", reason));
    }

    private JsonNode cancel(JsonNode activity, long revision) {
        return send(
                "cancelActivity", Map.of("activityId", activity.at("/id").stringValue(), "expectedRevision", revision));
    }

    private JsonNode send(String mutation, Map<String, ?> input) {
        return send(clerk, mutation, input);
    }

    private JsonNode send(Viewer viewer, String mutation, Map<String, ?> input) {
        var type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input!";
        var document = "mutation M($input: " + type + ") { it: " + mutation + "(input: $input) " + PAYLOAD;
        var answer = scene.ask(viewer, "zh-CN", document, Map.of("input", input));
        assertThat(answer.at("/errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.at("/data/it");
    }

    private static JsonNode activity(JsonNode payload) {
        assertThat(payload.at("/errors").toString()).isEqualTo("[]");
        return payload.at("/activity");
    }

    private static List<String> codes(JsonNode payload) {
        return payload.at("/errors")
                .valueStream()
                .map(error -> error.at("/code").stringValue())
                .toList();
    }

    private static List<String> refusals(JsonNode payload) {
        return payload.at("/errors")
                .valueStream()
                .map(error -> error.at("/code").stringValue() + " "
                        + String.join(
                                ".",
                                error.at("/path")
                                        .valueStream()
                                        .map(JsonNode::stringValue)
                                        .toList()))
                .toList();
    }
}
