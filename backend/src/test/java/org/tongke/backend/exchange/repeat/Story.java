package org.tongke.backend.exchange.repeat;

import static org.tongke.backend.exchange.Row.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.exchange.Scene;

/** All that a supplier ever says of five lessons, and what must stand there in the end however it is sent. */
final class Story {
    /** The five lessons, and what is kept aside of them. */
    static final String END = """
            03-12 08:00–08:40 | 三 | MATHEMATICS | 城关一小、山村小学 |  | 城关 | PLANNED | 60 attended | r3 / -
            03-10 10:20–11:00 | 三 | MATHEMATICS | 城关一小、山村小学 |  | 城关 | CANCELLED | - | r3 / -
            03-10 10:20–11:00 | 一 | MATHEMATICS | 城关一小、山村小学 |  | 城关 | PLANNED | - | r1 / r2 SCHOOL_UNKNOWN 二
            - / r2 SCHOOL_UNKNOWN 二
            03-10 10:20–11:00 | 二 | MATHEMATICS | 山村小学、河边小学 |  | 河边 | PLANNED | - | r2 / -""";

    private static final List<Row> ROWS = List.of(
            lesson("L1").revision(1).title("一"),
            lesson("L1").revision(2).title("二").cancelled(),
            lesson("L1").revision(3).title("三").at("2021-03-12 08:00"),
            lesson("L2").revision(1).title("一"),
            lesson("L2").revision(2).title("二").schools("无名小学"),
            lesson("L2").revision(3).title("三").cancelled(),
            lesson("L3").revision(1).title("一"),
            lesson("L3").revision(2).title("二").schools("无名小学"),
            lesson("L4").revision(1).title("一").schools("无名小学"),
            lesson("L4").revision(2).title("二").schools("无名小学"),
            lesson("L5").revision(1).title(false),
            lesson("L5").revision(1).title("一"),
            lesson("L5").revision(2).title("二").schools("山村小学", "河边小学"));

    private final Scene scene;
    private final Platform platform;

    Story(Scene scene, String supplier) {
        this.scene = scene.community("河边", "河边小学", "山村小学");
        platform = scene.platform(supplier);
    }

    Platform platform() {
        return platform;
    }

    /** All rows one to three times in any order, in batches of any size. */
    static List<List<Row>> told(Random random) {
        var rows = new ArrayList<Row>();
        ROWS.forEach(row -> rows.addAll(Collections.nCopies(1 + random.nextInt(3), row)));
        Collections.shuffle(rows, random);
        var batches = new ArrayList<List<Row>>();
        while (!rows.isEmpty()) {
            var batch = rows.subList(0, 1 + random.nextInt(Math.min(rows.size(), 12)));
            batches.add(List.copyOf(batch));
            batch.clear();
        }
        return batches;
    }

    /** A school says how many attended the first lesson, if it can be said now. */
    void attended(Activities activities) {
        var clerk = scene.at("山村小学", Role.CLERK);
        platform.find("L1").ifPresent(lesson -> {
            try {
                activities.recordAttendance(lesson.id(), 60, lesson.revision(), clerk, Scope.of(clerk.places()));
            } catch (RefusedException cancelledOrChanged) {
                // said again later
            }
        });
    }

    /** How it stands, a line a lesson. */
    String prints() {
        return Stream.of("L1", "L2", "L3", "L4", "L5")
                .map(lesson -> platform.prints(lesson) + " / " + platform.printsAside(lesson))
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }
}
