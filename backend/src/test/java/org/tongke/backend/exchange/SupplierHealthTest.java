package org.tongke.backend.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;

/** How a supplier's reports do. */
@BackendTest
class SupplierHealthTest {
    private final TestClock clock;
    private final Platform platform;

    @Autowired
    SupplierHealthTest(ApplicationContext application, TestClock clock) {
        this.clock = clock;
        platform = Scene.in(application).platform("云课");
        clock.set("2021-03-10T23:50:00+08:00");
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void isUnknownBeforeAnythingCame() {
        var health = platform.health();
        assertThat(health.lastSuccessAt()).isNull();
        assertThat(health.lagHalf()).isNull();
        assertThat(health.days()).hasSize(14).allMatch(day -> day.batches() == 0);
        assertThat(health.waiting()).isEmpty();
    }

    @Test
    void tellsRowsByResultOfEachDay() {
        platform.sends(lesson("L1"), lesson("L2").title(7), lesson("L3").schools("无名小学"));
        clock.advance(Duration.ofMinutes(20));
        platform.sends(lesson("L1"), lesson("L4"), lesson("L5").with("subject", "奥数"));
        var health = platform.health();
        assertThat(health.days().get(0)).isEqualTo(new DayCounts(day("2021-03-11"), 1, new RowCounts(1, 1, 0, 1, 0)));
        assertThat(health.days().get(1)).isEqualTo(new DayCounts(day("2021-03-10"), 1, new RowCounts(1, 0, 0, 1, 1)));
        assertThat(health.waiting()).isEqualTo(Map.of(ErrorCode.SCHOOL_UNKNOWN, 1, ErrorCode.SUBJECT_UNKNOWN, 1));
        assertThat(health.lastSuccessAt()).isEqualTo(clock.instant());
    }

    @Test
    void isNoSuccessWhereNothingWasGood() {
        platform.sends(lesson("L1"));
        var success = clock.instant();
        clock.advance(Duration.ofDays(40));
        platform.sends(lesson("L2").title(7));
        assertThat(platform.health().lastSuccessAt()).isEqualTo(success);
        assertThat(platform.health().days().getFirst().counts().refused()).isOne();
    }

    @Test
    void tellsHowLongRowsWereOnTheirWay() {
        platform.sends(
                lesson("L1").with("changedAt", "2021-03-10T23:49:30+08:00"),
                lesson("L2").with("changedAt", "2021-03-10T23:49:20+08:00"),
                lesson("L3").with("changedAt", "2021-03-10T21:00:00+08:00"),
                lesson("L4").with("changedAt", "2031-03-10T21:00:00+08:00"),
                lesson("L5"));
        assertThat(platform.health().lagHalf()).isEqualTo(Duration.ofSeconds(30));
        assertThat(platform.health().lagMost()).isEqualTo(Duration.ofSeconds(11_000));
        clock.advance(Duration.ofHours(25));
        assertThat(platform.health().lagHalf()).isNull();
    }

    @Test
    void isNoOtherReportThatTellsAnotherTimeOfChange() {
        platform.sends(lesson("L1").with("changedAt", "2021-03-10T23:49:30+08:00"));
        assertThat(platform.sends(lesson("L1"))).isEqualTo("0 L1 UNCHANGED");
        assertThat(platform.sends(lesson("L2").with("changedAt", "yesterday")))
                .isEqualTo("0 L2 REFUSED MALFORMED activities.0.changedAt [yesterday]");
    }

    @Test
    void countsABatchThatIsSentAgainOnce() {
        var batch = UUID.randomUUID();
        platform.sends(batch, List.of(lesson("L1")));
        platform.sends(batch, List.of(lesson("L1")));
        assertThat(platform.health().days().getFirst())
                .isEqualTo(new DayCounts(day("2021-03-10"), 1, new RowCounts(0, 1, 0, 0, 0)));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
