package org.tongke.backend.exchange.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongke.backend.exchange.Row.lesson;

import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Somebody takes a row out of quarantine for good. */
@BackendTest
class DiscardedRowTest {
    private final Scene scene;
    private final Platform platform;

    DiscardedRowTest(ApplicationContext application) {
        scene = Scene.in(application);
        platform = scene.platform("云课");
        platform.sends(lesson("L1").schools("河边小学").title("测试"));
    }

    @Test
    void isKeptWholeWithTheReason() {
        platform.discards("L1", 1, "测试数据");
        assertThat(platform.printsAside("L1")).isEqualTo("-");
        var kept = scene.stored("discards", platform.key("L1").id() + "@1");
        assertThat(kept).containsEntry("reason", "测试数据").containsKeys("payload", "problem", "by", "changedAt");
        assertThat(platform.discards("L1", 1, "又一次").payload().get("title")).isEqualTo("测试");
        assertThat(scene.stored("discards", platform.key("L1").id() + "@1")).isEqualTo(kept);
    }

    @Test
    void doesNotComeBackButANewerOneDoes() {
        platform.discards("L1", 1, "测试数据");
        assertThat(platform.sends(lesson("L1").schools("河边小学").title("测试")))
                .isEqualTo("0 L1 REFUSED ROW_DISCARDED activities.0.revision []");
        assertThat(platform.printsAside("L1")).isEqualTo("-");
        assertThat(platform.sends(lesson("L1").revision(2).schools("河边小学").title("真")))
                .contains("QUARANTINED SCHOOL_UNKNOWN");
        assertThat(platform.printsAside("L1")).isEqualTo("r2 SCHOOL_UNKNOWN 真");
    }

    @Test
    void doesNotGoInByItself() {
        platform.discards("L1", 1, "测试数据");
        platform.sends(lesson("L2").schools("河边小学"));
        scene.community("河边", "河边小学", "河西小学");
        platform.awaitAside("L2", "-");
        assertThat(platform.prints("L1")).isEqualTo("-");
    }

    @Test
    void isTheOneThatWasSeen() {
        platform.sends(lesson("L1").revision(2).schools("河边小学").title("新"));
        assertRefused(() -> platform.discards("L1", 1, "测试数据"), ErrorCode.REVISION_STALE);
        assertRefused(() -> platform.discards("L1", 3, "测试数据"), ErrorCode.REVISION_STALE);
        assertRefused(() -> platform.discards("L1", 2, " "), ErrorCode.REQUIRED);
        assertRefused(() -> platform.discards("L9", 1, "测试数据"), ErrorCode.NOT_FOUND);
        assertRefused(() -> scene.platform("校园云").discards("L1", 2, "不是我的"), ErrorCode.NOT_FOUND);
        assertThat(platform.printsAside("L1")).isEqualTo("r2 SCHOOL_UNKNOWN 新");
    }

    private static void assertRefused(Runnable something, ErrorCode code) {
        assertThatThrownBy(something::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusals().getFirst().code()).isEqualTo(code));
    }
}
