package org.tongke.backend.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.backend.support.ChildBackend;
import org.tongke.backend.support.KilledProgram;
import org.tongke.backend.support.Rooms;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;

/** A backend is killed between two steps of a wish about rows aside. That a batch is sent again, the whole journey shows. */
@Tag("slow")
@StoresTest
class KilledBackendTest {
    private static final List<Row> BEFORE =
            List.of(lesson("L1"), lesson("L2").schools("无名小学"), lesson("L3").schools("无名小学"));

    @ParameterizedTest
    @ValueSource(strings = {"retry.applied", "map.written", "discard.written"})
    void leavesNothingOfARowAsideThatTheSameWishDoesNotRepair(String point, Stores stores, MongoDatabase database)
            throws Exception {
        try (var rooms = Rooms.on(database)) {
            var whole = platform(Scene.in(rooms));
            wish(point, whole);

            var scene = Scene.named(rooms, "killed").community("城关", "城关一小", "山村小学");
            var platform = platform(scene);
            assertThat(kill(point, stores, database)).isEqualTo(ChildBackend.KILLED);
            wish(point, platform);

            assertThat(prints(platform)).isEqualTo(prints(whole));
        }
    }

    /** Leads to a kill point: L2 and L3 wait for a school. */
    private static void wish(String point, Platform platform) {
        switch (point) {
            case "discard.written" -> platform.discards("L2", 1, "测试数据");
            case "map.written" -> platform.maps(MappedThing.SCHOOL, "无名小学", null, "城关一小");
            default -> {
                platform.enters("无名小学");
                platform.retriesAll();
            }
        }
    }

    /** What a crashed retry leaves is tried again by itself. */
    @Test
    void leavesTheWishThatTheRowBeTried(Stores stores, MongoDatabase database) throws Exception {
        try (var rooms = Rooms.on(database)) {
            var scene = Scene.named(rooms, "killed").community("城关", "城关一小", "山村小学");
            var platform = platform(scene);
            assertThat(kill("retry.applied", stores, database)).isEqualTo(ChildBackend.KILLED);
            assertThat(platform.find("L2")).as("written").isPresent();
            assertThat(platform.printsAside("L2")).as("and still aside").contains("r1");
            rooms.getBean(QuarantineKeeper.class).due();
            assertThat(platform.printsAside("L2")).isEqualTo("-");
            assertThat(platform.get("L2").revision()).as("written once").isOne();
        }
    }

    private static Platform platform(Scene scene) {
        var platform = scene.platform("云课");
        platform.sends(BEFORE);
        return platform;
    }

    private static String prints(Platform platform) {
        return Stream.of("L1", "L2", "L3", "L4", "L5", "L6")
                .map(lesson -> platform.prints(lesson) + " / "
                        + platform.find(lesson)
                                .map(activity -> activity.revision() + " writes")
                                .orElse("-")
                        + " / " + platform.printsAside(lesson))
                .collect(Collectors.joining("\n"));
    }

    private static int kill(String point, Stores stores, MongoDatabase database) throws Exception {
        return KilledProgram.run(point, Backend.class, stores.mongoUri(), database.getName(), point);
    }

    /** Another process on the same database. */
    static final class Backend {
        private Backend() {}

        public static void main(String[] arguments) {
            try (var client = MongoClients.create(arguments[0]);
                    var rooms = Rooms.on(client.getDatabase(arguments[1]))) {
                var scene = Scene.named(rooms, "killed").community("城关", "城关一小", "山村小学");
                var platform = scene.platform("云课");
                wish(arguments[2], platform);
            }
        }
    }
}
