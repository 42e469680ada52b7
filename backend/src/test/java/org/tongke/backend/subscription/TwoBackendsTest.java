package org.tongke.backend.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongke.backend.BackendApplication;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.Proxy;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.Subscriber;
import org.tongke.backend.support.World;

/**
 * Two backends behind a proxy that now and then leads to the other one and cuts what is open. Lessons are moved at one of them; a
 * program that subscribes and a teacher's phone that listens, both through the proxy, see every change once and soon. Embedded stores
 * are for one process.
 */
@BackendTest
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = "TONGKE_TEST_STORES", matches = "real|testcontainers")
class TwoBackendsTest {
    private static final int LESSONS = 40;
    private static final int BETWEEN_CUTS = 10;
    private static final Duration SOON = Duration.ofSeconds(3);

    private final int here;
    private final World world;
    private final Community community;
    private final List<Activity> lessons;
    private final Person teacher;
    private final ConfigurableApplicationContext another;
    private final Proxy proxy;

    @Autowired
    TwoBackendsTest(ApplicationContext app, @LocalServerPort int port) {
        here = port;
        world = World.in(app);
        community = world.community(world.school("330382"), world.schools("330382", 1));
        lessons = world.lessons(
                community,
                IntStream.range(0, LESSONS)
                        .mapToObj(hours -> world.day(3).plus(Duration.ofHours(hours)))
                        .toList());
        teacher =
                world.person(Role.TEACHER, world.schoolsOf(community).getFirst().key());
        var stores = Stores.get().properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue());
        another = new SpringApplicationBuilder(BackendApplication.class)
                .run(Stream.concat(
                                stores,
                                Stream.of("--server.port=0", "--tongke.live.beat=1s", "--tongke.live.longest=5s"))
                        .toArray(String[]::new));
        proxy = new Proxy(there());
    }

    private int there() {
        return another.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    void stop() {
        proxy.close();
        another.close();
    }

    @Test
    void showAProgramAndAPhoneEveryChangeOnceAndSoon() throws InterruptedException {
        warm(here);
        warm(there());
        var api = Api.at(proxy.port());
        try (var program = new Program(api, world.person(Role.DEVELOPER), community);
                var phone = new Phone(api, teacher)) {
            program.awaitOpen();
            phone.awaitOpen();
            var movedAt = new ArrayList<Long>();
            for (int number = 0; number < LESSONS; number++) {
                if (number % BETWEEN_CUTS == BETWEEN_CUTS / 2) {
                    proxy.leadTo(number / BETWEEN_CUTS % 2 == 0 ? here : there());
                }
                movedAt.add(System.nanoTime());
                world.move(lessons.get(number), community, world.day(30).plus(Duration.ofHours(number)));
                // as people and platforms do it: one after the other
                Thread.sleep(50);
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> program.seen().size() >= LESSONS);
            await().atMost(Duration.ofSeconds(20)).until(() -> phone.seen().size() >= LESSONS);
            assertThat(program.connections()).as("connections").isGreaterThan(LESSONS / BETWEEN_CUTS);
            var moved = lessons.stream()
                    .map(lesson -> lesson.globalId().encode() + " r2")
                    .toList();
            assertThat(program.told()).containsExactlyElementsOf(moved);
            assertThat(phone.told()).containsExactlyInAnyOrderElementsOf(moved);
            assertThat(soon(program.seen(), moved, movedAt))
                    .as("soon at the program")
                    .isGreaterThanOrEqualTo(0.95);
            assertThat(soon(phone.seen(), moved, movedAt))
                    .as("soon on the phone")
                    .isGreaterThanOrEqualTo(0.95);
        }
    }

    /** A backend that has just started is slow the first time, which is not what is measured. */
    private void warm(int port) {
        var other = world.community(world.school("330382"), world.schools("330382", 1));
        var developer = world.person(Role.DEVELOPER);
        try (var first = new Program(Api.at(port), developer, other);
                var phone = new Phone(Api.at(port), teacher)) {
            first.awaitOpen();
            phone.awaitOpen();
            world.lesson(other, world.day(3));
            await().atMost(Duration.ofSeconds(20)).until(() -> !first.told().isEmpty());
        }
    }

    @Test
    void endAStreamThatHasGrownOld() {
        var api = Api.at(there());
        var document = "subscription { activitiesChanged { position } }";
        try (var stream = Subscriber.ask(api, world.person(Role.DEVELOPER).token(), document, Map.of())) {
            stream.awaitEnd();
            assertThat(stream.codes()).containsExactly("STREAM_ENDED");
            assertThat(stream.items()).hasSizeGreaterThan(2);
        }
    }

    /** Share of the changes that were seen within three seconds. */
    private static double soon(Map<String, Long> seen, List<String> moved, List<Long> movedAt) {
        return IntStream.range(0, moved.size())
                        .filter(number -> seen.getOrDefault(moved.get(number), Long.MAX_VALUE) - movedAt.get(number)
                                < SOON.toNanos())
                        .count()
                / (double) moved.size();
    }
}
