package org.tongke.backend.exchange.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

@BackendTest
class CancelledLessonTest {
    private final Activities activities;
    private final Scene scene;
    private final Platform platform;

    CancelledLessonTest(ApplicationContext application) {
        activities = application.getBean(Activities.class);
        scene = Scene.in(application);
        platform = scene.platform("云课");
        platform.sends(lesson("L1"));
    }

    @Test
    void staysInItsPlaceAndSaysSo() {
        assertThat(platform.sends(lesson("L1").revision(2).cancelled())).isEqualTo("0 L1 APPLIED");
        assertThat(platform.prints("L1")).startsWith("03-10 10:20–11:00 |").contains("| CANCELLED |");
        assertThat(platform.printsVacated("L1")).isEmpty();
        assertThat(platform.printsHistory("L1").getFirst()).isEqualTo("2 云课 state: PLANNED → CANCELLED");
        assertThat(onTheDay()).isOne();
    }

    @Test
    void isNotCountedAmongThoseToCome() {
        var channels = List.of(scene.communityNamed("城关").channel());
        assertThat(activities.countByChannels(channels, from(), to(), 10, Scope.EVERYWHERE))
                .isOne();
        platform.sends(lesson("L1").revision(2).cancelled());
        assertThat(activities.countByChannels(channels, from(), to(), 10, Scope.EVERYWHERE))
                .isZero();
    }

    @Test
    void takesPlaceAfterAllWhenANewerRowSaysSo() {
        platform.sends(lesson("L1").revision(2).cancelled());
        assertThat(platform.sends(lesson("L1").revision(1))).isEqualTo("0 L1 OLDER");
        assertThat(platform.prints("L1")).contains("| CANCELLED |");
        platform.sends(lesson("L1").revision(3));
        assertThat(platform.prints("L1")).contains("| PLANNED |");
    }

    @Test
    void mayBeTheFirstThatIsHeardOfIt() {
        platform.sends(lesson("L2").revision(8).cancelled());
        assertThat(platform.sends(lesson("L2").revision(7))).isEqualTo("0 L2 OLDER");
        assertThat(platform.prints("L2")).contains("| CANCELLED | - | r8");
    }

    @Test
    void keepsWhatASchoolSaidOfIt() {
        var clerk = scene.at("山村小学", Role.CLERK);
        var id = platform.get("L1").id();
        activities.recordAttendance(id, 62, 1, clerk, Scope.of(clerk.places()));
        platform.sends(lesson("L1").revision(2).cancelled());
        assertThat(platform.prints("L1")).contains("| CANCELLED | 62 attended | r2");
    }

    private int onTheDay() {
        var channels = List.of(scene.communityNamed("城关").channel());
        return activities
                .findByChannels(channels, from(), to(), 10, Scope.EVERYWHERE)
                .size();
    }

    private static Instant from() {
        return Instant.parse("2021-03-09T16:00:00Z");
    }

    private static Instant to() {
        return Instant.parse("2021-03-10T16:00:00Z");
    }
}
