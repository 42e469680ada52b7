package org.tongke.backend.exchange.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.ActivityAttribute;
import org.tongke.backend.activity.CourseSeries;
import org.tongke.backend.activity.Material;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Grade, classes, series, materials, recording and what only a kind has. */
@BackendTest
class DetailsTest {
    private final Scene scene;
    private final Platform platform;

    DetailsTest(ApplicationContext application) {
        scene = Scene.in(application);
        platform = scene.platform("云课");
    }

    @Test
    void areKept() {
        assertThat(platform.sends(full("L1"))).isEqualTo("0 L1 APPLIED");
        var lesson = platform.get("L1");
        assertThat(lesson.gradeCode()).isEqualTo("G5");
        assertThat(lesson.series()).isEqualTo(new CourseSeries(platform.id(), "S/1", "分数专题", "云课"));
        assertThat(lesson.materials()).containsExactly(new Material("课件", "https://live.example.cn/1.pdf"));
        assertThat(lesson.recordingUrl()).isEqualTo("https://live.example.cn/1.mp4");
        assertThat(lesson.details().attributes())
                .containsExactly(
                        new ActivityAttribute("interaction", "LIVE"), new ActivityAttribute("textbook", "第4单元"));
        assertThat(lesson.schools().getFirst().className()).isEqualTo("五年级2班");
        assertThat(lesson.schools().getLast().className()).isEqualTo("五（1）班");
    }

    @Test
    void standOnTheirChannels() {
        platform.sends(full("L1"));
        assertThat(platform.get("L1").channels().stream().map(scene::unmarked))
                .containsExactlyInAnyOrder(
                        "community:城关",
                        "school:330382-城关一小",
                        "school:330382-山村小学",
                        "class:330382-城关一小:五年级2班",
                        "class:330382-山村小学:五(1)班",
                        "series:云课:S/1",
                        "subject:MATHEMATICS@330382");
    }

    @Test
    void standBesideWhatIsReportedForQueries() {
        platform.sends(full("L1"));
        var stored = scene.stored("activities", platform.key("L1").id());
        assertThat(stored)
                .containsEntry("kind", "SYNCED_LESSON")
                .containsEntry("subject", "MATHEMATICS")
                .containsEntry("grade", "G5")
                .containsEntry("state", "PLANNED")
                .containsEntry("supplier", platform.id())
                .containsKeys("community", "startsAt", "endsAt", "places");
    }

    @Test
    void sayTheGradeThatTheClassDoesNot() {
        platform.sends(
                lesson("L1").with("className", "初三(2)班"),
                lesson("L2").with("className", "兴趣小组"),
                lesson("L3").with("className", "五年级2班").grade("六年级"),
                lesson("L4").schools().classAt("城关一小", "四（1）班").school("山村小学", null, null));
        assertThat(platform.get("L1").gradeCode()).isEqualTo("G9");
        assertThat(platform.get("L2").gradeCode()).isNull();
        assertThat(platform.get("L3").gradeCode()).isEqualTo("G6");
        assertThat(platform.get("L4").gradeCode()).isEqualTo("G4");
        assertThat(platform.get("L4").className()).isEqualTo("四（1）班");
    }

    @Test
    void thatAreUnknownAreKeptAside() {
        assertThat(platform.sends(
                        lesson("L1").grade("十三年级"),
                        lesson("L2").attribute("weather", "晴"),
                        lesson("L3").with("kind", "DANCE").with("subject", null).attribute("weather", "晴")))
                .isEqualTo("""
                        0 L1 QUARANTINED GRADE_UNKNOWN activities.0.grade [十三年级]
                        1 L2 QUARANTINED ATTRIBUTE_UNKNOWN activities.1.attributes [SYNCED_LESSON, weather]
                        2 L3 QUARANTINED KIND_UNKNOWN activities.2.kind [DANCE]""");
    }

    @Test
    void thatAreWrongAreRefusedAtTheirPlace() {
        var research = lesson("L").with("kind", "ONLINE_RESEARCH");
        assertThat(platform.sends(
                        lesson("L0").attribute("interaction", "SOMEHOW"),
                        research.attribute("theme", "备课").attribute("creditHours", 25),
                        lesson("L2").series(null, "专题"),
                        lesson("L3").material("课件", "javascript:alert(1)"),
                        lesson("L4").material(" ", "https://live.example.cn"),
                        lesson("L5").material("课件", null),
                        lesson("L6").recording("http://live.example.cn"),
                        lesson("L7").grade(5),
                        lesson("L8").attribute("interaction", List.of("LIVE")),
                        lesson("L9").schools().classAt("城关一小", "五年级\u202E2班"),
                        lesson("L10").numbered("王海", 5)))
                .isEqualTo("""
                        0 L0 REFUSED ATTRIBUTE_INVALID activities.0.attributes.0.value [interaction, SOMEHOW, {"oneOf":[{"const":"LIVE"},{"const":"RECORDED"}]}]
                        1 L REFUSED ATTRIBUTE_INVALID activities.1.attributes.1.value [creditHours, 25, {"type":"number","minimum":0,"maximum":24}]
                        2 L2 REFUSED REQUIRED activities.2.series.id []
                        3 L3 REFUSED MALFORMED activities.3.materials.0.url [javascript:alert(1)]
                        4 L4 REFUSED REQUIRED activities.4.materials.0.title []
                        5 L5 REFUSED REQUIRED activities.5.materials.0.url []
                        6 L6 REFUSED MALFORMED activities.6.recordingUrl [http://live.example.cn]
                        7 L7 REFUSED MALFORMED activities.7.grade [5]
                        8 L8 REFUSED MALFORMED activities.8.attributes.0.value [[LIVE]]
                        9 L9 REFUSED MALFORMED activities.9.schools.0.className [五年级�2班]
                        10 L10 REFUSED MALFORMED activities.10.teachers.0.number [5]""");
    }

    @Test
    void areAtMostTwenty() {
        var row = lesson("L1");
        for (int material = 0; material < 21; material++) {
            row = row.material("课件", "https://live.example.cn/" + material);
        }
        assertThat(platform.sends(row)).isEqualTo("0 L1 REFUSED OUT_OF_RANGE activities.0.materials [0, 20]");
    }

    @Test
    void areInTheHistory() {
        platform.sends(lesson("L1").with("className", "五年级2班"));
        platform.sends(full("L1").revision(2).grade("六年级"));
        assertThat(platform.printsHistory("L1").getFirst().replace('\t', ' '))
                .isEqualTo("2 云课 grade: G5 → G6"
                        + "; schoolClasses: null → 山村小学 五（1）班"
                        + "; series: null → 分数专题"
                        + "; materials: null → 课件 https://live.example.cn/1.pdf"
                        + "; recordingUrl: null → https://live.example.cn/1.mp4"
                        + "; attributes: null → SYNCED_LESSON interaction LIVE\nSYNCED_LESSON textbook 第4单元");
    }

    @Test
    void makeAnotherContent() {
        platform.sends(full("L1"));
        assertThat(platform.sends(full("L1"))).isEqualTo("0 L1 UNCHANGED");
        for (var other : List.of(
                full("L1").grade("六年级"),
                full("L1").series("S/1", "别的"),
                full("L1").material("教案", "https://live.example.cn/2.pdf"),
                full("L1").recording(null),
                full("L1").attribute("interaction", "RECORDED"),
                full("L1").numbered("王海", "330382001"),
                full("L1").schools().school("城关一小", null, null).school("山村小学", null, null))) {
            assertThat(platform.sends(other)).startsWith("0 L1 REFUSED REVISION_REUSED");
        }
    }

    private static Row full(String id) {
        return lesson(id)
                .with("className", "五年级2班")
                .schools()
                .school("城关一小", null, null)
                .classAt("山村小学", "五（1）班")
                .series("S/1", "分数专题")
                .material("课件", "https://live.example.cn/1.pdf")
                .recording("https://live.example.cn/1.mp4")
                .attribute("textbook", " 第4单元 ")
                .attribute("interaction", "LIVE");
    }
}
