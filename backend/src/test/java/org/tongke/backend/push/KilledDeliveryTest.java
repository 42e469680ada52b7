package org.tongke.backend.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.ChildBackend;
import org.tongke.backend.support.PushSample;

/**
 * A process dies between two steps of delivering a push: nobody sees it, or everybody does; whoever delivers it again gets to where an
 * uninterrupted one gets: each school once.
 */
@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledDeliveryTest {
    private static final String COUNTY = "331181";

    private final ApplicationContext app;
    private PushScene scene;
    private int schools;

    @Autowired
    KilledDeliveryTest(ApplicationContext app) {
        this.app = app;
    }

    /** More than one batch. */
    @BeforeAll
    void found() {
        scene = PushScene.in(app, COUNTY);
        var all = app.getBean(Schools.class);
        all.putAll(IntStream.range(0, Deliverer.BATCH)
                .mapToObj(number -> all.make("killed-" + UUID.randomUUID(), "村小" + number, SchoolArea.RURAL, COUNTY))
                .toList());
        schools = scene.pushing()
                .preview(PushSample.ALL, Optional.empty(), scene.staff.viewer())
                .receivers()
                .size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"push.begun", "push.batch", "push.written", "push.delivered"})
    void isFinishedByWhoeverDeliversItAgain(String killAt) throws Exception {
        var resource = scene.centre.share("停电");
        // so that only those deliver it that are told to
        var later = Optional.of(Instant.parse("2090-01-01T00:00:00Z"));
        var planned = scene.centre.plan(UUID.randomUUID(), resource, PushSample.ALL, later);
        assertThat(ChildDelivery.deliver(planned, killAt)).isEqualTo(ChildBackend.KILLED);
        var left = app.getBean(PushStore.class).find(planned.id()).orElseThrow();
        assertThat(scene.sees(scene.member, resource)).isEqualTo(killAt.equals("push.delivered"));
        assertThat(left.state())
                .isEqualTo(killAt.equals("push.delivered") ? PushState.DELIVERED : PushState.DELIVERING);
        if (!left.isDelivered()) {
            app.getBean(Deliverer.class).deliver(left);
        }
        var delivered = app.getBean(PushStore.class).find(planned.id()).orElseThrow();
        assertThat(delivered.state()).isEqualTo(PushState.DELIVERED);
        assertThat(delivered.revision()).isEqualTo(3);
        assertThat(scene.counts(delivered).schools()).isEqualTo(schools);
        assertThat(scene.sees(scene.member, resource)).isTrue();
    }
}
