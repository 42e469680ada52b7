package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;

/** A school says how many attended a lesson. */
@BackendTest
class AttendanceTest {
    private final Activities activities;
    private final TestClock clock;
    private final Scene scene;
    private final Platform platform;
    private final Viewer clerk;

    AttendanceTest(ApplicationContext application) {
        activities = application.getBean(Activities.class);
        clock = application.getBean(TestClock.class);
        scene = Scene.in(application);
        platform = scene.platform("云课");
        clerk = scene.at("山村小学", Role.CLERK);
        platform.sends(lesson("L1"));
    }

    @AfterEach
    void releaseClock() {
        clock.release();
    }

    @Test
    void standsBesideWhatTheSupplierReports() {
        assertThat(says(62, 1)).isEqualTo("62 at revision 2");
        assertThat(platform.prints("L1"))
                .isEqualTo("03-10 10:20–11:00 | 分数的意义 | MATHEMATICS | 城关一小、山村小学 |  | 城关 | PLANNED | 62 attended | r1");
        assertThat(platform.printsHistory("L1")).containsExactly("2 山村小学 attendance: null → 62", "1 云课 ");
        platform.sends(lesson("L1").revision(2).at("2021-03-11 08:00"));
        assertThat(platform.prints("L1")).startsWith("03-11 08:00").contains("| 62 attended | r2");
        assertThat(says(63, 3)).isEqualTo("63 at revision 4");
        assertThat(platform.prints("L1")).startsWith("03-11 08:00").contains("| 63 attended | r2");
    }

    @Test
    void isSignedByTheAccount() {
        says(62, 1);
        var by = scene.stored("activities", platform.key("L1").id()).get("by", Document.class);
        assertThat(by).containsEntry("account", clerk.account()).containsEntry("source", "graphql");
    }

    @Test
    void saidTwiceChangesNothing() {
        says(62, 1);
        assertThat(says(62, 1)).as("with the old revision").isEqualTo("62 at revision 2");
        assertThat(says(62, 2)).isEqualTo("62 at revision 2");
        assertThat(activities
                        .recordAttendance(id(), 62, 1, scene.at("城关一小", Role.TEACHER), scopeOf(clerk))
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void otherwiseNeedsTheRevisionThatStands() {
        says(62, 1);
        assertThat(says(63, 1)).isEqualTo("REVISION_STALE expectedRevision []");
        platform.sends(lesson("L1").revision(2).title("新"));
        assertThat(says(63, 2)).isEqualTo("REVISION_STALE expectedRevision []");
        assertThat(says(63, 3)).isEqualTo("63 at revision 4");
    }

    @Test
    void isFromNoneToAHundredThousand() {
        assertThat(says(0, 1)).isEqualTo("0 at revision 2");
        assertThat(says(100_000, 2)).isEqualTo("100000 at revision 3");
        assertThat(says(-1, 3)).isEqualTo("OUT_OF_RANGE attended [0, 100000]");
        assertThat(says(100_001, 3)).isEqualTo("OUT_OF_RANGE attended [0, 100000]");
    }

    @Test
    void waitsUntilTheLessonHasBegun() {
        clock.set("2021-03-10T10:19:59.999+08:00");
        assertThat(says(62, 1)).isEqualTo("NOT_BEGUN activityId []");
        clock.set("2021-03-10T10:20:00+08:00");
        assertThat(says(62, 1)).isEqualTo("62 at revision 2");
        assertThat(platform.get("L1").attendance()).isEqualTo(new Attendance(62, clock.instant()));
    }

    @Test
    void isNotTakenForALessonThatWasCalledOff() {
        platform.sends(lesson("L1").revision(2).cancelled());
        assertThat(says(62, 2)).isEqualTo("CANCELLED activityId []");
    }

    @Test
    void isNotTakenFromElsewhere() {
        scene.community("河边", "河边小学", "柳树小学");
        var stranger = scene.at("河边小学", Role.CLERK);
        var elsewhere = says(stranger, id(), 62, 1);
        assertThat(elsewhere).isEqualTo("NOT_FOUND activityId []");
        assertThat(says(clerk, "nobody:L1", 62, 1)).isEqualTo(elsewhere);
        assertThat(platform.get("L1").revision()).isEqualTo(1);
    }

    @Test
    void saidByManyAtOnceIsWrittenOnce() throws Exception {
        Callable<String> same = () -> says(62, 1);
        Callable<String> other = () -> says(63, 1);
        var tasks = new ArrayList<>(Collections.nCopies(6, same));
        tasks.addAll(Collections.nCopies(6, other));
        List<String> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            for (var done : threads.invokeAll(tasks)) {
                answers.add(done.get());
            }
        }
        var winner = Objects.requireNonNull(platform.get("L1").attendance());
        assertThat(answers)
                .hasSize(12)
                .allMatch(answer -> answer.equals(winner.attended() + " at revision 2")
                        || answer.equals("REVISION_STALE expectedRevision []"));
        assertThat(Collections.frequency(answers, winner.attended() + " at revision 2"))
                .isEqualTo(6);
        assertThat(platform.get("L1").revision()).isEqualTo(2);
    }

    private String says(int attended, long expectedRevision) {
        return says(clerk, id(), attended, expectedRevision);
    }

    private String says(Viewer viewer, String id, int attended, long expectedRevision) {
        try {
            var activity = activities.recordAttendance(id, attended, expectedRevision, viewer, scopeOf(viewer));
            var said = activity.attendance();
            return (said == null ? "nothing" : said.attended()) + " at revision " + activity.revision();
        } catch (RefusedException refused) {
            var refusal = refused.refusals().getFirst();
            return refusal.code() + " " + String.join(".", refusal.path()) + " " + refusal.arguments();
        }
    }

    private String id() {
        return platform.key("L1").id();
    }

    private static Scope scopeOf(Viewer viewer) {
        return Scope.of(viewer.places());
    }
}
