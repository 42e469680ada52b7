package org.tongke.backend.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongke.backend.BackendApplication;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.ChildBackend;
import org.tongke.backend.support.Stores;

/**
 * The whole backend is killed between two steps of a journey and started again: clients repeat the request that got no answer, and
 * all ends as if nothing had happened. The stores outlive it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KilledJourney {
    static final String UNINTERRUPTED = """
            03-09 09:00 L7 PLANNED
            03-10 10:20 L1 MOVED_AWAY to 03-12 08:00
            03-10 10:20 L2 PLANNED
            03-10 14:00 L3 MOVED_AWAY to 03-11 14:00
            03-11 10:20 L4 PLANNED
            03-11 14:00 L3 MOVED_HERE from 03-10 14:00
            03-12 08:00 L1 MOVED_HERE from 03-10 10:20
            activities
            03-09 09:00 L7 r2; 到课人数 - → 40
            03-10 10:20 L2 r2; 到课人数 - → 40
            03-11 10:20 L4 r2; 到课人数 - → 40
            03-12 08:00 L1 r3; 时间 3月10日 周三 10:20–11:00 → 3月12日 周五 08:00–08:40; 到课人数 - → 40
            03-11 14:00 L3 r3
            aside [L6]
            batch 1 refused
            evidence 2.1 L1 PNG by 张老师
            progress LACKING 学科 1/2, 城乡同步课堂 4/20, 同步课堂图片 1/1
            bucket [file, thumbnail]""";

    final Stores stores = Stores.get().another();
    private @Nullable ConfigurableApplicationContext backend;

    /** The backend in this process, started if it does not run. */
    final ConfigurableApplicationContext backend() {
        var running = backend;
        if (running == null) {
            var properties = stores.properties().entrySet().stream()
                    .map(property -> "--" + property.getKey() + "=" + property.getValue());
            running = new SpringApplicationBuilder(BackendApplication.class)
                    .run(Stream.concat(properties, Stream.of("--server.port=0")).toArray(String[]::new));
            backend = running;
        }
        return running;
    }

    final Api api() {
        return Api.at(backend().getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** Only one backend is to run at a time, else the other one would go on with what the killed one left. */
    final void stop() {
        if (backend != null) {
            backend.close();
        }
        backend = null;
    }

    @AfterAll
    void drop() {
        stop();
        stores.dropDatabase();
        Stores.dropBucket(stores);
    }

    final String ends(BothJourneys journeys) throws InterruptedException {
        return Eventually.answers(() -> journeys.state(backend(), api()), UNINTERRUPTED::equals);
    }

    /**
     * A point at which the backend dies.
     *
     * @param name as the code calls it
     * @param unanswered the request on whose way it lies
     */
    record Point(String name, String unanswered) {}

    /** Kills the backend at one point after the other of one journey, each on the way of a request that gets no answer and is repeated. */
    final void killAt(Point... points) throws Exception {
        var journeys = BothJourneys.begin(backend(), stores, api());
        stop();
        for (var point : points) {
            try (var child = ChildBackend.start(stores, point.name())) {
                assertThat(journeys.goOn(child.api())).as(point.name()).isEqualTo(point.unanswered());
                assertThat(child.awaitEnd()).as(point.name()).isEqualTo(ChildBackend.KILLED);
            }
        }
        assertThat(journeys.state(backend(), api())).isNotEqualTo(UNINTERRUPTED);
        assertThat(journeys.goOn(api())).isEmpty();
        assertThat(ends(journeys)).isEqualTo(UNINTERRUPTED);
    }
}
