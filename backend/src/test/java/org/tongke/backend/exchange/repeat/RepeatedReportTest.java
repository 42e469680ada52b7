package org.tongke.backend.exchange.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.RowCounts;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

@BackendTest
class RepeatedReportTest {
    private final Scene scene;
    private final Platform platform;

    RepeatedReportTest(ApplicationContext application) {
        scene = Scene.in(application);
        platform = scene.platform("云课");
    }

    @Test
    void changesNothing() {
        platform.sends(lesson("L1"));
        var before = stored();
        assertThat(platform.sends(lesson("L1"))).isEqualTo("0 L1 UNCHANGED");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void isTheSameHoweverItIsWritten() {
        platform.sends(lesson("L1"));
        assertThat(platform.sends(lesson("L1")
                        .revision("1")
                        .title("  分数的意义 ")
                        .with("className", " ")
                        .with("startsAt", "2021-03-10T02:20:00.000Z")
                        .with("joinUrl", "")))
                .isEqualTo("0 L1 UNCHANGED");
    }

    @Test
    void staysTheSameWhenASchoolIsRenamed() {
        platform.sends(lesson("L1"));
        scene.rename("山村小学", "山村完全小学");
        assertThat(platform.sends(lesson("L1"))).isEqualTo("0 L1 UNCHANGED");
        assertThat(platform.printsAside("L1")).isEqualTo("-");
    }

    @Test
    void thatIsOlderIsNotWritten() {
        platform.sends(lesson("L1").revision(5));
        assertThat(platform.sends(lesson("L1").revision(4).title("旧"))).isEqualTo("0 L1 OLDER");
        assertThat(platform.prints("L1")).contains("| 分数的意义 |").endsWith("| r5");
    }

    @Test
    void withOtherContentIsRefusedAndTheFirstStays() {
        platform.sends(lesson("L1"));
        assertThat(platform.sends(lesson("L1").title("另一个")))
                .isEqualTo("0 L1 REFUSED REVISION_REUSED activities.0.revision [1]");
        assertThat(platform.prints("L1")).contains("| 分数的意义 |");
        assertThat(platform.sends(lesson("L1").revision(2).title("另一个"))).isEqualTo("0 L1 APPLIED");
    }

    @Test
    void isTakenInTheOrderOfRevisionsWithinABatch() {
        assertThat(platform.sends(
                        lesson("L1").revision(3).title("三"),
                        lesson("L1").revision(1).title("一"),
                        lesson("L1").revision(2).title("二"),
                        lesson("L1").revision(3).title("三"),
                        lesson("L1").revision(3).title("叁")))
                .isEqualTo("""
                        0 L1 APPLIED
                        1 L1 OLDER
                        2 L1 OLDER
                        3 L1 UNCHANGED
                        4 L1 REFUSED REVISION_REUSED activities.4.revision [3]""");
        assertThat(platform.prints("L1")).contains("| 三 |");
        assertThat(platform.get("L1").revision()).as("written once").isEqualTo(1);
    }

    @Test
    void mayBeAWholeBatchWithTheSameId() {
        var batch = UUID.randomUUID();
        var rows =
                List.of(lesson("L1"), lesson("L2").schools("无名小学"), lesson("L3").title(3));
        platform.sends(batch, rows);
        var received = platform.findBatch(batch).orElseThrow().receivedAt();
        assertThat(platform.sends(batch, rows)).isEqualTo("""
                        0 L1 UNCHANGED
                        1 L2 QUARANTINED SCHOOL_UNKNOWN activities.1.schools.0.name [无名小学]
                        2 L3 REFUSED MALFORMED activities.2.title [3]""");
        var record = platform.findBatch(batch).orElseThrow();
        assertThat(record.counts()).isEqualTo(new RowCounts(0, 1, 0, 1, 1));
        assertThat(record.receivedAt()).isEqualTo(received);
        assertThat(record.lastReceivedAt()).isAfterOrEqualTo(received);
        assertThat(scene.platform("校园云").findBatch(batch))
                .as("of another supplier")
                .isEmpty();
    }

    private Document stored() {
        return scene.stored("activities", platform.key("L1").id());
    }
}
