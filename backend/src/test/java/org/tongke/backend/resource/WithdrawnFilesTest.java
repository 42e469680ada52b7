package org.tongke.backend.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.Upload;

/** Bytes that nothing holds any more go, after a time; all others stay. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithdrawnFilesTest {
    private final ApplicationContext app;
    private final WithdrawnFiles sweep;
    private final Clock clock;
    private Staff staff;

    @Autowired
    WithdrawnFilesTest(ApplicationContext app, WithdrawnFiles sweep, Clock clock) {
        this.app = app;
        this.sweep = sweep;
        this.clock = clock;
    }

    @BeforeAll
    void found() {
        staff = Staff.in(app);
    }

    private void sweepAfter(Duration time) {
        sweep.sweep(clock.instant().plus(time));
    }

    private static List<String> bytes(Upload upload) {
        return Stores.get().keys().stream()
                .filter(key -> key.startsWith("files/") && key.contains(upload.sha256()))
                .toList();
    }

    @Test
    void goWhenTheLastThatHeldThemIsTakenBack() {
        var upload = Upload.slides();
        var one = staff.world.shareFile(staff.teacher, staff.here, upload);
        var other = staff.world.shareFile(staff.ofAway, staff.away, upload);
        staff.withdraw(staff.teacher, one, 1);
        sweepAfter(Duration.ofDays(2));
        assertThat(bytes(upload)).hasSize(1);
        staff.withdraw(staff.ofAway, other, 1);
        sweepAfter(Duration.ofHours(1));
        assertThat(bytes(upload)).as("it may be about to be shared again").hasSize(1);
        sweepAfter(Duration.ofDays(2));
        assertThat(bytes(upload)).isEmpty();
    }

    @Test
    void canBeSentAgainAfterwards() {
        var upload = Upload.slides();
        var first = staff.world.shareFile(staff.teacher, staff.here, upload);
        staff.withdraw(staff.teacher, first, 1);
        sweepAfter(Duration.ofDays(2));
        var again = staff.world.shareFile(staff.teacher, staff.here, upload);
        assertThat(bytes(upload)).hasSize(1);
        sweepAfter(Duration.ofDays(2));
        assertThat(staff.find(staff.colleague, again)).isPresent();
        assertThat(bytes(upload)).hasSize(1);
    }
}
