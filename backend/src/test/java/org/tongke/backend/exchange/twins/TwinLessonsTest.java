package org.tongke.backend.exchange.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.twins.Lessons.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Which reports are one lesson, and which of them is shown. */
@Tag("slow")
@BackendTest
class TwinLessonsTest {
    private static final String ONE = "03-10 10:20 A:L1 = A:L1 B:M1";

    private final ApplicationContext application;
    private final Scene scene;
    private final Lessons lessons;
    private final Platform a;
    private final Platform b;

    TwinLessonsTest(ApplicationContext application) {
        this.application = application;
        scene = Scene.in(application);
        lessons = new Lessons(application, scene);
        a = scene.platform("A");
        b = scene.platform("B");
    }

    @Test
    void areOneWhoeverComesFirst() {
        b.sends(lesson("M1"));
        lessons.await("03-10 10:20 B:M1");
        a.sends(lesson("L1"));
        lessons.await(ONE);
        assertThat(lessons.count()).isEqualTo(1);
        assertThat(b.get("M1").shownId()).isEqualTo(a.key("L1").id());
        assertThat(b.get("M1").sources()).isEqualTo(a.get("L1").sources());
        assertThat(b.get("M1").sources()).allMatch(source -> source.reportedAt() != null);
    }

    @Test
    void areOneOfThree() {
        var c = scene.platform("C");
        c.sends(lesson("N1"));
        a.sends(lesson("L1"));
        b.sends(lesson("M1").with("className", "五年级 ２ 班"));
        lessons.await("03-10 10:20 A:L1 = A:L1 B:M1 C:N1");
    }

    @Test
    void areSeveralWhereSomethingDiffers() {
        scene.community("河边", "城关一小", "河边小学");
        a.sends(lesson("L1"));
        b.sends(
                lesson("M1").with("className", "五年级3班"),
                lesson("M2").with("className", null),
                lesson("M3").at("2021-03-10 10:25"),
                lesson("M4").schools("山村小学", "城关一小"),
                lesson("M5").schools("城关一小", "河边小学"));
        a.sends(lesson("L2").at("2021-03-09 08:00"), lesson("L3").at("2021-03-09 08:00"));
        var expected = new String[] {
            "03-09 08:00 A:L2",
            "03-09 08:00 A:L3",
            "03-10 10:20 A:L1",
            "03-10 10:20 B:M1",
            "03-10 10:20 B:M2",
            "03-10 10:20 B:M4",
            "03-10 10:25 B:M3"
        };
        lessons.await(expected);
        pause();
        assertThat(lessons.prints()).containsExactly(expected);
    }

    @Test
    void areTwoOfOneSupplierOfWhichOneIsMeant() {
        a.sends(lesson("L2"), lesson("L1"));
        b.sends(lesson("M1"));
        lessons.await(ONE, "03-10 10:20 A:L2");
    }

    @Test
    void separateWhenOneMovesAndJoinWhenItComesBack() {
        a.sends(lesson("L1"));
        b.sends(lesson("M1"));
        lessons.await(ONE);
        b.sends(lesson("M1").revision(2).at("2021-03-11 08:00"));
        lessons.await("03-10 10:20 A:L1", "03-11 08:00 B:M1");
        b.sends(lesson("M1").revision(3));
        lessons.await(ONE);
        a.sends(lesson("L1").revision(2).at("2021-03-11 08:00"));
        lessons.await("03-10 10:20 B:M1", "03-11 08:00 A:L1");
        b.sends(lesson("M1").revision(4).at("2021-03-11 08:00"));
        lessons.await("03-11 08:00 A:L1 = A:L1 B:M1");
    }

    @Test
    void areShownByTheOneThatTakesPlace() {
        a.sends(lesson("L1"));
        b.sends(lesson("M1"));
        lessons.await(ONE);
        a.sends(lesson("L1").revision(2).cancelled());
        lessons.await("03-10 10:20 B:M1 = B:M1 A:L1(x)");
        assertThat(lessons.count()).isEqualTo(1);
        b.sends(lesson("M1").revision(2).cancelled());
        lessons.await("03-10 10:20 A:L1 cancelled = A:L1(x) B:M1(x)");
        assertThat(lessons.count()).isZero();
        a.sends(lesson("L1").revision(3));
        lessons.await("03-10 10:20 A:L1 = A:L1 B:M1(x)");
    }

    @Test
    void stayOneWhenAReportChangesSomethingElse() {
        a.sends(lesson("L1"));
        b.sends(lesson("M1").teacher("王海", null, null));
        lessons.await(ONE);
        a.sends(lesson("L1").revision(2).title("新"));
        assertThat(lessons.prints()).as("at once").containsExactly(ONE);
        b.sends(lesson("M1").revision(2).title("又"));
        assertThat(lessons.prints()).as("at once").containsExactly(ONE);
        assertThat(a.get("L1").vacated()).isEmpty();
        assertThat(b.get("M1").vacated()).isEmpty();
        assertThat(a.get("L1").title()).isEqualTo("新");
    }

    @Test
    void leaveOnePlaceWhereBothStood() {
        a.sends(lesson("L1").at("2021-03-09 08:00"));
        b.sends(lesson("M1").at("2021-03-09 08:00"));
        lessons.await("03-09 08:00 A:L1 = A:L1 B:M1");
        a.sends(lesson("L1").revision(2));
        b.sends(lesson("M1").revision(2));
        lessons.await(ONE);
        assertThat(scene.stored("activities", b.key("M1").id()).getList("vacated", Object.class))
                .isEmpty();
        assertThat(Set.copyOf(a.printsVacated("L1"))).hasSameSizeAs(a.printsVacated("L1"));
    }

    @Test
    void areShownWithWhatSchoolsSaidOfAnyOfThem() {
        b.sends(lesson("M1"));
        var clerk = scene.at("城关一小", Role.CLERK);
        application
                .getBean(Activities.class)
                .recordAttendance(b.key("M1").id(), 40, 1, clerk, Scope.of(clerk.places()));
        a.sends(lesson("L1"));
        lessons.await(ONE);
        assertThat(a.get("L1").attendance()).isEqualTo(b.get("M1").attendance()).isNotNull();
        b.sends(lesson("M1").revision(2).at("2021-03-11 08:00"));
        lessons.await("03-10 10:20 A:L1", "03-11 08:00 B:M1");
        assertThat(a.get("L1").attendance()).isNull();
        assertThat(b.get("M1").attendance()).isNotNull();
    }

    /** Reports of two suppliers in any order, each several times, in batches of any size: one end state. */
    @Test
    void endAlikeInWhateverOrderReportsCome() {
        for (int seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            var ofA = told(random, lesson("L" + seed), "2021-03-11 08:00");
            var ofB = told(random, lesson("M" + seed), "2021-03-12 08:00");
            while (!ofA.isEmpty() || !ofB.isEmpty()) {
                send(random, a, ofA);
                send(random, b, ofB);
            }
            var end = "03-10 10:20 A:L%d = A:L%d B:M%d".formatted(seed, seed, seed);
            lessons.await(end);
            a.sends(lesson("L" + seed).revision(9).with("className", "a" + seed));
            b.sends(lesson("M" + seed).revision(9).with("className", "b" + seed).at("2021-03-20 08:00"));
            a.sends(lesson("L" + seed)
                    .revision(10)
                    .with("className", "a" + seed)
                    .at("2021-03-20 08:00"));
            lessons.await();
        }
    }

    private static List<Row> told(Random random, Row lesson, String elsewhere) {
        var rows = new ArrayList<>(List.of(
                lesson.revision(1),
                lesson.revision(2).at(elsewhere),
                lesson.revision(3).cancelled(),
                lesson.revision(4).title("改"),
                lesson.revision(1),
                lesson.revision(4).title("改")));
        Collections.shuffle(rows, random);
        return rows;
    }

    private static void send(Random random, Platform platform, List<Row> rows) {
        var count = Math.min(rows.size(), random.nextInt(4));
        if (count > 0) {
            platform.sends(List.copyOf(rows.subList(0, count)));
            rows.subList(0, count).clear();
        }
    }

    /** Long enough for what reacts by itself. */
    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
