package org.tongke.backend.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Each kind of thing that can be followed, by somebody who has nothing to do with it. */
@Tag("slow")
@BackendTest
class ChannelKindsTest {
    private static final String FOLLOW = """
            mutation F($id: ID!) { followChannel(input: {channelId: $id}) { preview { channel { id name } followed }
              errors { code } } }""";
    private static final String WEEK = """
            query W { myWeek(day: "2021-03-10") { entries { activity { title } via { name } } } }""";

    private final Scene scene;
    private final Platform platform;
    private final Viewer stranger;

    ChannelKindsTest(ApplicationContext application) {
        scene = Scene.in(application).community("河边", "河边小学", "柳树小学");
        platform = scene.platform("云课");
        platform.sends(lesson("L1").with("className", "五年级（2）班").series("S:1", "分数专题"));
        stranger = scene.at("河边小学", Role.TEACHER);
    }

    @Test
    void isACourseSeries() {
        assertThat(follow(new GlobalId("CourseSeries", platform.id() + ":S:1"), "zh-CN"))
                .isEqualTo("分数专题");
        assertThat(week()).containsExactly("分数的意义 via 分数专题");
    }

    @Test
    void isASubjectInACounty() {
        assertThat(follow(new GlobalId("SubjectInCounty", "MATHEMATICS@330382"), "zh-CN"))
                .isEqualTo("乐清市数学");
        assertThat(follow(new GlobalId("SubjectInCounty", "MATHEMATICS@330382"), "en"))
                .isEqualTo("Mathematics, 乐清市");
        assertThat(week()).contains("分数的意义 via 乐清市数学");
    }

    @Test
    void isAClass() {
        var school = scene.schoolNamed("城关一小").id();
        assertThat(follow(new GlobalId("SchoolClass", school + ":五年级(2)班"), "zh-CN"))
                .isEqualTo("城关一小 五年级(2)班");
        assertThat(week()).containsExactly("分数的意义 via 城关一小 五年级（2）班");
    }

    @Test
    void isAllThatALessonHas() {
        var query = """
                query L($community: ID!) {
                  activities(filter: {from: "2021-03-10", to: "2021-03-10", communityIds: [$community]}) {
                    edges { node { channels { id name } } } } }""";
        var community = scene.communityNamed("城关").globalId().encode();
        var channels = scene.ask(stranger, "zh-CN", query, Map.of("community", community))
                .at("/data/activities/edges/0/node/channels");
        assertThat(channels.valueStream()
                        .map(channel -> scene.unmarked(channel.at("/name").asString("none"))))
                .startsWith("城关", "分数专题", "乐清市数学")
                .endsWith("城关一小 五年级（2）班");
        channels.forEach(channel -> assertThat(scene.ask(
                                stranger,
                                "zh-CN",
                                FOLLOW,
                                Map.of("id", channel.at("/id").stringValue()))
                        .at("/data/followChannel/errors"))
                .as(channel.toString())
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SubjectInCounty:MAGIC@330382",
                "SubjectInCounty:MATHEMATICS@999999",
                "SubjectInCounty:数学@330382",
                "SubjectInCounty:MATHEMATICS",
                "SchoolClass:nowhere:五年级",
                "SchoolClass:nowhere",
                "CourseSeries:nowhere:1",
                "CourseSeries:nowhere",
                "Activity:a:b"
            })
    void isNothingElse(String id) {
        var answer = scene.ask(stranger, "zh-CN", FOLLOW, Map.of("id", idOf(id).encode()));
        assertThat(answer.at("/data/followChannel/errors/0/code").asString("none"))
                .isEqualTo("NOT_FOUND");
    }

    private static GlobalId idOf(String text) {
        var colon = text.indexOf(':');
        return new GlobalId(text.substring(0, colon), text.substring(colon + 1));
    }

    private String follow(GlobalId id, String language) {
        var answer = scene.ask(stranger, language, FOLLOW, Map.of("id", id.encode()));
        assertThat(answer.at("/data/followChannel/preview/channel/id").asString("none"))
                .as(answer.toString())
                .isEqualTo(id.encode());
        return scene.unmarked(
                answer.at("/data/followChannel/preview/channel/name").stringValue());
    }

    private List<String> week() {
        return scene.ask(stranger, "zh-CN", WEEK, Map.of())
                .at("/data/myWeek/entries")
                .valueStream()
                .map(entry -> scene.unmarked(entry.at("/activity/title").stringValue() + " via "
                        + entry.at("/via/0/name").asString("none")))
                .toList();
    }
}
