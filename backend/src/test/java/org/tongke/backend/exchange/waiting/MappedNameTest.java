package org.tongke.backend.exchange.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongke.backend.exchange.Row.lesson;

import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.exchange.MappedThing;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Somebody says what a supplier's names stand for. */
@BackendTest
class MappedNameTest {
    private static final String NONE_WAITS = "0 older, 0 waiting, 0 refused";

    private final Scene scene;
    private final Platform platform;

    MappedNameTest(ApplicationContext application) {
        scene = Scene.in(application);
        platform = scene.platform("云课");
    }

    @Test
    void holdsForRowsThatWaitAndForThoseThatCome() {
        platform.sends(lesson("L1").with("subject", "奥数"));
        // the row may have been tried by itself a moment before
        assertThat(platform.maps(MappedThing.SUBJECT, "奥数", null, "数学")).endsWith(NONE_WAITS);
        assertThat(platform.prints("L1")).contains("| MATHEMATICS |");
        assertThat(platform.sends(lesson("L2").with("subject", " 奥 数 "))).isEqualTo("0 L2 APPLIED");
        assertThat(platform.sends(lesson("L1").with("subject", "奥数"))).isEqualTo("0 L1 UNCHANGED");
    }

    @Test
    void isOfOneSupplierOnly() {
        platform.maps(MappedThing.SUBJECT, "奥数", null, "MATHEMATICS");
        assertThat(scene.platform("校园云").sends(lesson("L1").with("subject", "奥数")))
                .contains("SUBJECT_UNKNOWN");
    }

    @Test
    void isASchoolWithItsCountyWhereRowsSayOne() {
        var row = lesson("L1").schools("山村小学").school("城关小", "乐清", null);
        platform.sends(row);
        assertThat(platform.suggestions("L1")).first().isEqualTo("城关一小 · 乐清市");
        assertThat(platform.maps(MappedThing.SCHOOL, "城关小", null, "城关一小")).startsWith("0 applied");
        assertThat(platform.maps(MappedThing.SCHOOL, "城关小", "乐清", "城关一小")).endsWith(NONE_WAITS);
        assertThat(platform.prints("L1")).contains("| 山村小学、城关一小 |");
    }

    @Test
    void goesBeforeASchoolThatBearsTheName() {
        scene.school("一小");
        platform.maps(MappedThing.SCHOOL, "一小", null, "城关一小");
        assertThat(platform.sends(lesson("L1").schools("一小", "山村小学"))).isEqualTo("0 L1 APPLIED");
    }

    @Test
    void isAGrade() {
        platform.sends(lesson("L1").grade("五级"));
        assertThat(platform.suggestions("L1")).hasSize(13).first().isEqualTo("五年级");
        assertThat(platform.maps(MappedThing.GRADE, "五级", null, "G5")).endsWith(NONE_WAITS);
        assertThat(platform.get("L1").gradeCode()).isEqualTo("G5");
    }

    @Test
    void canBeTakenBackAndLeavesWhatStands() {
        platform.maps(MappedThing.SUBJECT, "奥数", null, "MATHEMATICS");
        platform.sends(lesson("L1").with("subject", "奥数"));
        platform.unmaps(MappedThing.SUBJECT, "奥数", null);
        platform.unmaps(MappedThing.SUBJECT, "奥数", null);
        assertThat(platform.sends(lesson("L2").with("subject", "奥数"))).contains("SUBJECT_UNKNOWN");
        assertThat(platform.prints("L1")).contains("| MATHEMATICS |");
        assertThat(platform.maps(MappedThing.SUBJECT, "奥数", null, "SCIENCE")).endsWith(NONE_WAITS);
        assertThat(platform.prints("L2")).contains("| SCIENCE |");
    }

    @Test
    void isRefusedWhereThereIsNoSuchThing() {
        assertThatThrownBy(() -> platform.maps(MappedThing.SUBJECT, "奥数", null, "ALCHEMY"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusals().getFirst().code()).isEqualTo(ErrorCode.NOT_FOUND);
                    assertThat(refused.refusals().getFirst().path()).containsExactly("to");
                });
    }
}
