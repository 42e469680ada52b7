package org.tongke.backend.exchange.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Rows in any order, repeated, in batches of any size, while a school speaks in between: one end state. */
@Tag("slow")
@BackendTest
class AnyOrderTest {
    private static final int STORIES = 30;

    private final Activities activities;
    private final Scene scene;

    AnyOrderTest(ApplicationContext application) {
        activities = application.getBean(Activities.class);
        scene = Scene.in(application);
    }

    @Test
    void leadsToOneEndState() {
        for (int seed = 0; seed < STORIES; seed++) {
            var random = new Random(seed);
            var story = new Story(scene, "云课" + seed);
            for (var batch : Story.told(random)) {
                story.platform().sends(batch);
                if (random.nextInt(3) == 0) {
                    story.attended(activities);
                }
            }
            story.attended(activities);
            assertThat(story.prints()).as("seed %d", seed).isEqualTo(Story.END);
        }
    }
}
