package org.tongke.backend.exchange.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Quarantine;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** A row that names something unknown waits aside until it is known. */
@BackendTest
class UnknownNameTest {
    private final Quarantine quarantine;
    private final Scene scene;
    private final Platform platform;

    UnknownNameTest(ApplicationContext application) {
        quarantine = application.getBean(Quarantine.class);
        scene = Scene.in(application);
        platform = scene.platform("云课");
    }

    @Test
    void isKeptAsideWholeWithTheReason() {
        var row = lesson("L1")
                .schools("城关一小")
                .school("河边小学", "乐清市", "201")
                .teacher("王海", null, "城关一小")
                .with("joinUrl", "https://live.example.cn/1");
        assertThat(platform.sends(lesson("L0"), row, lesson("L2"))).isEqualTo("""
                        0 L0 APPLIED
                        1 L1 QUARANTINED SCHOOL_UNKNOWN activities.1.schools.1.name [河边小学]
                        2 L2 APPLIED""");
        assertThat(platform.prints("L1")).isEqualTo("-");
        var payload = quarantine.find(platform.key("L1")).orElseThrow().payload();
        assertThat(payload)
                .containsEntry("externalId", "L1")
                .containsEntry("revision", 1)
                .containsEntry("startsAt", "2021-03-10T10:20:00+08:00")
                .containsEntry("joinUrl", "https://live.example.cn/1");
        assertThat(payload.getList("schools", Document.class).get(1))
                .containsEntry("county", "乐清市")
                .containsEntry("room", "201");
        assertThat(payload.getList("teachers", Document.class).getFirst()).containsEntry("name", "王海");
    }

    @Test
    void standsInTheTimetableOnceTheSchoolIsKnown() {
        var row = lesson("L1").schools("城关一小", "河边小学");
        assertThat(platform.sends(row)).contains("SCHOOL_UNKNOWN");
        scene.school("河边小学");
        assertThat(platform.sends(row))
                .isEqualTo("0 L1 QUARANTINED COMMUNITY_UNKNOWN activities.0.schools [城关一小、河边小学]");
        scene.community("河边", "城关一小", "河边小学");
        // sent again before it was tried by itself, or afterwards
        assertThat(platform.sends(row)).isIn("0 L1 APPLIED", "0 L1 UNCHANGED");
        platform.awaitAside("L1", "-");
        assertThat(platform.prints("L1")).contains("| 城关一小、河边小学 |").contains("| 河边 |");
    }

    @Test
    void isFoundByCountyWhereSeveralSchoolsBearTheName() {
        scene.community("中心", "中心小学", "分校").school("中心小学", "330302");
        assertThat(platform.sends(lesson("L1").schools("中心小学", "分校")))
                .isEqualTo("0 L1 QUARANTINED SCHOOL_AMBIGUOUS activities.0.schools.0.name [中心小学]");
        var inCounty = lesson("L1").schools("分校");
        assertThat(platform.sends(inCounty.school("中心小学", "乐清市", null))).isEqualTo("0 L1 APPLIED");
        assertThat(platform.sends(inCounty.revision(2).school("中心小学", "330382", null)))
                .isEqualTo("0 L1 APPLIED");
        assertThat(platform.sends(inCounty.revision(3).school("中心小学", "上城区", null)))
                .isEqualTo("0 L1 QUARANTINED SCHOOL_UNKNOWN activities.0.schools.1.name [中心小学]");
    }

    @Test
    void namesSeveralCommunities() {
        scene.community("第二", "城关一小", "山村小学");
        assertThat(platform.sends(lesson("L1")))
                .isEqualTo("0 L1 QUARANTINED COMMUNITY_AMBIGUOUS activities.0.schools [城关、第二]");
        scene.community("第三", "城关一小", "山村小学", "河边小学");
        assertThat(platform.sends(lesson("L2").schools("山村小学", "河边小学"))).isEqualTo("0 L2 APPLIED");
    }

    @Test
    void isASubjectOrAKind() {
        assertThat(platform.sends(
                        lesson("L1").with("subject", "奥数"),
                        lesson("L2").with("kind", "DANCE").with("subject", null)))
                .isEqualTo("""
                        0 L1 QUARANTINED SUBJECT_UNKNOWN activities.0.subject [奥数]
                        1 L2 QUARANTINED KIND_UNKNOWN activities.1.kind [DANCE]""");
    }

    @Test
    void leavesTheNewestRowAsideWhateverComesLast() {
        var unknown = lesson("L1").schools("无名小学");
        platform.sends(unknown.revision(5).title("五"));
        assertThat(platform.sends(unknown.revision(3).title("三"))).isEqualTo("0 L1 OLDER");
        assertThat(platform.printsAside("L1")).isEqualTo("r5 SCHOOL_UNKNOWN 五");
        platform.sends(unknown.revision(7).title("七"), unknown.revision(6).title("六"));
        assertThat(platform.printsAside("L1")).isEqualTo("r7 SCHOOL_UNKNOWN 七");
        assertThat(platform.sends(lesson("L1").revision(6))).isEqualTo("0 L1 APPLIED");
        assertThat(platform.printsAside("L1")).isEqualTo("r7 SCHOOL_UNKNOWN 七");
        assertThat(platform.sends(lesson("L1").revision(7))).isEqualTo("0 L1 APPLIED");
        assertThat(platform.printsAside("L1")).isEqualTo("-");
    }

    @Test
    void isNotKeptWhereTheTimetableIsNewer() {
        platform.sends(lesson("L1").revision(4));
        assertThat(platform.sends(List.of(lesson("L1").revision(3).schools("无名小学"))))
                .isEqualTo("0 L1 OLDER");
        assertThat(platform.printsAside("L1")).isEqualTo("-");
    }

    @Test
    void isOtherContentWhereTheRevisionStandsInTheTimetable() {
        platform.sends(lesson("L1"));
        assertThat(platform.sends(lesson("L1").schools("无名小学")))
                .isEqualTo("0 L1 REFUSED REVISION_REUSED activities.0.revision [1]");
        assertThat(platform.printsAside("L1")).isEqualTo("-");
    }

    @Test
    void ofOneSupplierIsNotTouchedByAnother() {
        platform.sends(lesson("L1").schools("无名小学"));
        scene.platform("校园云").sends(lesson("L1").revision(9));
        assertThat(platform.printsAside("L1")).isEqualTo("r1 SCHOOL_UNKNOWN 分数的意义");
    }
}
