package org.tongke.backend.exchange.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.RowCounts;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

@BackendTest
class NewLessonTest {
    private final Scene scene;
    private final Platform platform;

    NewLessonTest(ApplicationContext application) {
        scene = Scene.in(application);
        platform = scene.platform("云课");
    }

    @Test
    void standsInTheTimetable() {
        assertThat(platform.sends(lesson("L1").teacher("王海", "LEADS", "城关一小").teacher("李山", "ASSISTS", null)))
                .isEqualTo("0 L1 APPLIED");
        assertThat(platform.prints("L1"))
                .isEqualTo("03-10 10:20–11:00 | 分数的意义 | MATHEMATICS | 城关一小、山村小学 | LEADS 王海、ASSISTS 李山"
                        + " | 城关 | PLANNED | - | r1");
        var lesson = platform.get("L1");
        assertThat(lesson.revision()).isEqualTo(1);
        assertThat(lesson.supplierName()).isEqualTo("云课");
        assertThat(lesson.channels().stream().map(scene::unmarked))
                .containsExactlyInAnyOrder(
                        "community:城关", "school:330382-城关一小", "school:330382-山村小学", "subject:MATHEMATICS@330382");
        assertThat(lesson.places()).contains("region:330382", "region:3303", "region:33");
        assertThat(platform.printsHistory("L1")).containsExactly("1 云课 ");
        assertThat(lesson.vacated()).isEmpty();
        assertThat(lesson.movedFrom()).isNull();
    }

    @Test
    void goesInAlthoughRowsAroundItAreBroken() {
        assertThat(platform.sends(lesson("L1"), lesson("L2").title(7), lesson("L3")))
                .isEqualTo("""
                        0 L1 APPLIED
                        1 L2 REFUSED MALFORMED activities.1.title [7]
                        2 L3 APPLIED""");
        assertThat(platform.find("L2")).isEmpty();
        assertThat(platform.find("L3")).isPresent();
    }

    @Test
    void isFoundHoweverSchoolsAndSubjectAreWritten() {
        scene.school("城关（东）小学").community("城东", "城关（东）小学", "山村小学");
        platform.sends(
                lesson("L1").schools("城关(东) 小学", "山村小学"),
                lesson("L2").with("subject", "MATHEMATICS"),
                lesson("L3").with("subject", "信息科技"));
        assertThat(platform.prints("L1")).contains("| 城关（东）小学、山村小学 |");
        assertThat(platform.prints("L2")).contains("| MATHEMATICS |");
        assertThat(platform.prints("L3")).contains("| INFORMATION_TECHNOLOGY |");
    }

    @Test
    void keepsRoomsClassAndLink() {
        platform.sends(lesson("L1")
                .schools()
                .school("城关一小", "乐清市", "录播室")
                .school("山村小学", "330382", " 201 ")
                .with("className", "五年级2班")
                .with("joinUrl", "https://live.example.cn/课/1?p=2"));
        assertThat(platform.prints("L1")).contains("| 城关一小(录播室)、山村小学(201) |");
        assertThat(platform.get("L1").className()).isEqualTo("五年级2班");
        assertThat(platform.get("L1").joinUrl()).isEqualTo("https://live.example.cn/课/1?p=2");
    }

    @Test
    void mayBeResearchWithoutASubject() {
        platform.sends(lesson("R1")
                .with("kind", "OFFLINE_RESEARCH")
                .with("subject", null)
                .title("听课评课"));
        assertThat(platform.prints("R1")).contains("| 听课评课 | null | 城关一小、山村小学 |");
        assertThat(platform.get("R1").kindCode()).isEqualTo("OFFLINE_RESEARCH");
    }

    @Test
    void mayLastAWholeDayButNoLonger() {
        platform.sends(
                lesson("L1").with("startsAt", "2021-03-10T10:20:00.0009+08:00").with("endsAt", "2021-03-11T02:20:00Z"));
        assertThat(platform.get("L1").startsAt()).isEqualTo("2021-03-10T02:20:00Z");
        assertThat(platform.get("L1").endsAt()).isEqualTo("2021-03-11T02:20:00Z");
    }

    @Test
    void mayHaveARevisionInDigits() {
        platform.sends(lesson("L1").revision("0042"), lesson("L2").revision(9_007_199_254_740_991L));
        assertThat(platform.prints("L1")).endsWith("| r42");
        assertThat(platform.prints("L2")).endsWith("| r9007199254740991");
    }

    @Test
    void isNotTheOneOfAnotherSupplierWithTheSameExternalId() {
        var other = scene.platform("校园云");
        platform.sends(lesson("L1").title("甲"));
        assertThat(other.sends(lesson("L1").title("乙"))).isEqualTo("0 L1 APPLIED");
        assertThat(platform.prints("L1")).contains("| 甲 |");
        assertThat(other.prints("L1")).contains("| 乙 |");
    }

    @Test
    void isCountedInTheRecordOfItsBatch() {
        var batch = UUID.randomUUID();
        platform.sends(
                batch,
                List.of(lesson("L1"), lesson("L2").schools("无名小学"), lesson("L3").with("title", null)));
        assertThat(platform.countsOf(batch)).isEqualTo(new RowCounts(1, 0, 0, 1, 1));
        var refused = platform.findBatch(batch).orElseThrow().refused().getFirst();
        assertThat(refused.index()).isEqualTo(2);
        assertThat(refused.problem().code()).isEqualTo(ErrorCode.REQUIRED);
        assertThat(refused.payload().get("externalId")).isEqualTo("L3");
    }
}
