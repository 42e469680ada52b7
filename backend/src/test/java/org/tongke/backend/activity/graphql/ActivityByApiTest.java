package org.tongke.backend.activity.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import tools.jackson.databind.JsonNode;

@Tag("slow")
@BackendTest
class ActivityByApiTest {
    private static final String ACTIVITY = """
            query A($id: ID!) { node(id: $id) { ... on Activity {
              revision kind { code name } title subject { code name } className startsAt endsAt state movedFrom
              schools { name room school { name county { name } } } teachers { name role schoolName }
              community { name } communityName supplierName joinUrl attendance { attended }
              history { revision by fields { field before after } } viewerCanRecordAttendance } } }""";
    private static final String BESIDES = """
            query B($id: ID!) { node(id: $id) { ... on Activity { grade { code name } series { name supplierName }
              schools { className } materials { title url } recordingUrl attributes { code label value } } } }""";
    private static final String RECORD = """
            mutation R($id: ID!, $revision: Revision!, $attended: Int!) {
              recordAttendance(input: {activityId: $id, expectedRevision: $revision, attended: $attended}) {
                activity { revision attendance { attended } } errors { code path message } } }""";
    private static final String LIST = """
            query L($id: ID!, $from: Date!, $to: Date!, $first: Int, $after: String) { node(id: $id) { ... on Community {
              activities(from: $from, to: $to, first: $first, after: $after) {
                edges { cursor node { title } } pageInfo { hasNextPage endCursor } } } } }""";

    private final Scene scene;
    private final Platform platform;
    private final Viewer clerk;

    ActivityByApiTest(ApplicationContext application) {
        scene = Scene.in(application);
        platform = scene.platform("云课");
        clerk = scene.at("山村小学", Role.CLERK);
        platform.sends(lesson("L1")
                .schools()
                .school("城关一小", null, "录播室")
                .school("山村小学", null, null)
                .teacher("王海", "LEADS", "城关一小")
                .with("className", "五年级2班")
                .with("joinUrl", "https://live.example.cn/1"));
    }

    @Test
    void tellsThoseConcernedEverything() {
        var activity = see(clerk, "zh-CN");
        assertThat(scene.unmarked(activity.toString())).isEqualTo("""
                        {"revision":1,"kind":{"code":"SYNCED_LESSON","name":"城乡同步课堂"},"title":"分数的意义",\
                        "subject":{"code":"MATHEMATICS","name":"数学"},"className":"五年级2班",\
                        "startsAt":"2021-03-10T10:20:00+08:00","endsAt":"2021-03-10T11:00:00+08:00","state":"PLANNED",\
                        "movedFrom":null,"schools":[\
                        {"name":"城关一小","room":"录播室","school":{"name":"城关一小","county":{"name":"乐清市"}}},\
                        {"name":"山村小学","room":null,"school":{"name":"山村小学","county":{"name":"乐清市"}}}],\
                        "teachers":[{"name":"王海","role":"LEADS","schoolName":"城关一小"}],\
                        "community":{"name":"城关"},"communityName":"城关","supplierName":"云课",\
                        "joinUrl":"https://live.example.cn/1","attendance":null,\
                        "history":[{"revision":1,"by":"云课","fields":[]}],"viewerCanRecordAttendance":true}""");
    }

    @Test
    void tellsWhatTheLessonHasBesides() {
        platform.sends(lesson("L1")
                .revision(2)
                .with("className", "五年级2班")
                .series("S1", "分数专题")
                .material("课件", "https://live.example.cn/1.pdf")
                .recording("https://live.example.cn/1.mp4")
                .attribute("interaction", "LIVE"));
        assertThat(scene.ask(clerk, "zh-CN", BESIDES, Map.of("id", id()))
                        .at("/data/node")
                        .toString())
                .isEqualTo("""
                        {"grade":{"code":"G5","name":"五年级"},"series":{"name":"分数专题","supplierName":"云课"},\
                        "schools":[{"className":"五年级2班"},{"className":null}],\
                        "materials":[{"title":"课件","url":"https://live.example.cn/1.pdf"}],\
                        "recordingUrl":"https://live.example.cn/1.mp4",\
                        "attributes":[{"code":"interaction","label":"互动方式","value":"实时互动"}]}""");
        scene.community("河边", "河边小学", "柳树小学");
        assertThat(scene.ask(scene.at("河边小学", Role.TEACHER), "en", BESIDES, Map.of("id", id()))
                        .at("/data/node")
                        .toString())
                .isEqualTo("""
                        {"grade":{"code":"G5","name":"Grade 5"},"series":{"name":"分数专题","supplierName":"云课"},\
                        "schools":[{"className":"五年级2班"},{"className":null}],"materials":null,"recordingUrl":null,\
                        "attributes":[{"code":"interaction","label":"Interaction","value":"Live"}]}""");
        assertThat(changes("zh-CN"))
                .contains("课程系列: null → 分数专题", "资料: null → 课件 https://live.example.cn/1.pdf", "其他信息: null → 互动方式：实时互动");
    }

    @Test
    void tellsEverybodyTheGrandTimetableOnly() {
        scene.community("河边", "河边小学", "柳树小学");
        var stranger = see(scene.at("河边小学", Role.TEACHER), "en");
        assertThat(stranger.at("/title").stringValue()).isEqualTo("分数的意义");
        assertThat(stranger.at("/kind/name").stringValue()).isEqualTo("Synced lesson");
        assertThat(stranger.at("/subject/name").stringValue()).isEqualTo("Mathematics");
        assertThat(stranger.at("/joinUrl").isNull()).isTrue();
        assertThat(stranger.at("/attendance").isNull()).isTrue();
        assertThat(stranger.at("/history").isNull()).isTrue();
        assertThat(stranger.at("/viewerCanRecordAttendance").booleanValue()).isFalse();
        var officer = see(countyOfficer(), "en");
        assertThat(officer.at("/joinUrl").stringValue()).isEqualTo("https://live.example.cn/1");
        assertThat(officer.at("/viewerCanRecordAttendance").booleanValue()).isFalse();
    }

    @Test
    void tellsTheHistoryInTheCallersLanguage() {
        platform.sends(lesson("L1")
                .revision(2)
                .at("2021-03-12 23:40")
                .cancelled()
                .title("新")
                .with("subject", "信息科技")
                .schools()
                .school("城关一小", null, "录播室")
                .school("山村小学", null, "201")
                .teacher("王海", "ASSISTS", "城关一小")
                .teacher("李山", null, null)
                .with("joinUrl", "https://live.example.cn/1"));
        assertThat(changes("zh-CN"))
                .containsExactly(
                        "时间: 3月10日 周三 10:20–11:00 → 3月12日 周五 23:40–3月13日 周六 00:20",
                        "状态: 正常 → 已取消",
                        "标题: 分数的意义 → 新",
                        "学科: 数学 → 信息技术",
                        "班级: 五年级2班 → null",
                        "年级: 五年级 → null",
                        "教室: 城关一小 录播室 → 城关一小 录播室、山村小学 201",
                        "教师: 王海 城关一小（主讲） → 王海 城关一小（助教）、李山（主讲）");
        assertThat(changes("en"))
                .containsExactly(
                        "Time: 10 Mar, Wed 10:20–11:00 → 12 Mar, Fri 23:40–13 Mar, Sat 00:20",
                        "State: Planned → Cancelled",
                        "Title: 分数的意义 → 新",
                        "Subject: Mathematics → Information technology",
                        "Class: 五年级2班 → null",
                        "Grade: Grade 5 → null",
                        "Room: 城关一小 录播室 → 城关一小 录播室, 山村小学 201",
                        "Teachers: 王海 城关一小 (teaches) → 王海 城关一小 (assists), 李山 (teaches)");
    }

    @Test
    void takesAttendanceOfItsSchoolsOnly() {
        assertThat(record(clerk, 1, 62).toString())
                .isEqualTo("{\"activity\":{\"revision\":2,\"attendance\":{\"attended\":62}},\"errors\":[]}");
        assertThat(record(clerk, 1, 62).at("/activity/revision").intValue())
                .as("sent twice")
                .isEqualTo(2);
        assertThat(record(scene.at("城关一小", Role.TEACHER), 2, 63)
                        .at("/activity/revision")
                        .intValue())
                .isEqualTo(3);
        var stale = record(clerk, 2, 64);
        assertThat(stale.toString())
                .isEqualTo(
                        "{\"activity\":null,\"errors\":[{\"code\":\"REVISION_STALE\",\"path\":[\"expectedRevision\"],"
                                + "\"message\":\"这条记录刚刚被改过，请刷新后再改。\"}]}");
        scene.school("外县小学", "330302");
        var elsewhere = record(scene.at("外县小学", Role.CLERK), 3, 64);
        assertThat(elsewhere.at("/errors/0/code").stringValue()).isEqualTo("NOT_FOUND");
        assertThat(scene.ask(clerk, "zh-CN", RECORD, Map.of("id", "nonsense", "revision", 1, "attended", 1))
                        .at("/data/recordAttendance")
                        .toString())
                .isEqualTo(elsewhere.toString());
        for (var viewer : List.of(countyOfficer(), platform.viewer())) {
            assertThat(scene.ask(viewer, "zh-CN", RECORD, Map.of("id", id(), "revision", 3, "attended", 64))
                            .at("/errors/0/extensions/code")
                            .stringValue())
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void isListedInItsCommunityPageByPage() {
        platform.sends(
                lesson("L2").at("2021-03-11 08:00").title("二"),
                lesson("L3").at("2021-03-12 08:00").title("三"),
                lesson("L4").at("2021-03-09 23:59").title("早"));
        var first = list("2021-03-10", "2021-03-12", Map.of("first", 2));
        assertThat(titles(first)).containsExactly("分数的意义", "二");
        var after = first.at("/data/node/activities/pageInfo/endCursor").stringValue();
        var second = list("2021-03-10", "2021-03-12", Map.of("first", 2, "after", after));
        assertThat(titles(second)).containsExactly("三");
        assertThat(second.at("/data/node/activities/pageInfo/hasNextPage").booleanValue())
                .isFalse();
    }

    @Test
    void isListedInAWindowOfAYearAndAFewDays() {
        assertThat(titles(list("2020-12-01", "2021-12-06", Map.of()))).hasSize(1);
        assertThat(titles(list("2021-03-10", "2021-03-10", Map.of()))).hasSize(1);
        for (var window : List.of(
                List.of("2020-12-01", "2021-12-07"),
                List.of("2021-03-10", "2021-03-09"),
                List.of("0000-01-01", "0000-01-02"),
                List.of("+999999999-12-31", "+999999999-12-31"))) {
            assertThat(code(list(window.getFirst(), window.getLast(), Map.of())))
                    .as(window.toString())
                    .isEqualTo("BAD_REQUEST");
        }
        assertThat(code(list("2021-03-10", "2021-03-10", Map.of("first", 101)))).isEqualTo("PAGE_SIZE_OUT_OF_RANGE");
        assertThat(code(list("2021-03-10", "2021-03-10", Map.of("after", "bad"))))
                .isEqualTo("CURSOR_INVALID");
    }

    private JsonNode see(Viewer viewer, String language) {
        return scene.ask(viewer, language, ACTIVITY, Map.of("id", id())).at("/data/node");
    }

    private List<String> changes(String language) {
        return see(clerk, language)
                .at("/history/0/fields")
                .valueStream()
                .map(field -> scene.unmarked("%s: %s → %s"
                        .formatted(
                                field.at("/field").stringValue(),
                                field.at("/before").asString("null"),
                                field.at("/after").asString("null"))))
                .toList();
    }

    private JsonNode record(Viewer viewer, long revision, int attended) {
        return scene.ask(viewer, "zh-CN", RECORD, Map.of("id", id(), "revision", revision, "attended", attended))
                .at("/data/recordAttendance");
    }

    private JsonNode list(String from, String to, Map<String, ?> page) {
        var variables = new HashMap<String, Object>(page);
        variables.put("id", scene.communityNamed("城关").globalId().encode());
        variables.put("from", from);
        variables.put("to", to);
        variables.putIfAbsent("first", 20);
        return scene.ask(clerk, "zh-CN", LIST, variables);
    }

    private static List<String> titles(JsonNode answer) {
        return answer.at("/data/node/activities/edges")
                .valueStream()
                .map(edge -> edge.at("/node/title").stringValue())
                .toList();
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString("none");
    }

    private Viewer countyOfficer() {
        return new Viewer(
                "officer-" + scene.marked("乐清"),
                "周明远",
                List.of(Grant.at(Role.COUNTY_OFFICER, PlaceKey.region(Scene.COUNTY))));
    }

    private String id() {
        return new GlobalId("Activity", platform.key("L1").id()).encode();
    }
}
