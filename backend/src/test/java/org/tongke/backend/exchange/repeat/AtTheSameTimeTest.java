package org.tongke.backend.exchange.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityChange;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** Several backends take the same rows at the same time, while a school speaks. */
@Tag("slow")
@BackendTest
class AtTheSameTimeTest {
    private static final int STORIES = 10;
    private static final int BACKENDS = 4;

    private final Activities activities;
    private final Scene scene;

    AtTheSameTimeTest(ApplicationContext application) {
        activities = application.getBean(Activities.class);
        scene = Scene.in(application);
    }

    @Test
    void leadsToTheSameEndStateAndNoWriteIsLost() throws Exception {
        for (int seed = 0; seed < STORIES; seed++) {
            var story = new Story(scene, "云课" + seed);
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int backend = 0; backend < BACKENDS; backend++) {
                var random = new Random(seed * BACKENDS + backend);
                tasks.add(() -> {
                    Story.told(random).forEach(story.platform()::sends);
                    return true;
                });
            }
            tasks.add(() -> {
                for (int i = 0; i < 20; i++) {
                    story.attended(activities);
                }
                return true;
            });
            try (var threads = Executors.newFixedThreadPool(tasks.size())) {
                for (var done : threads.invokeAll(tasks)) {
                    assertThat(done.get()).isTrue();
                }
            }
            story.attended(activities);
            assertThat(story.prints()).as("seed %d", seed).isEqualTo(Story.END);
            assertThat(revisions(story))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, story.platform().get("L1").revision())
                                    .boxed()
                                    .toList()
                                    .reversed());
        }
    }

    private static List<Long> revisions(Story story) {
        return story.platform().get("L1").history().stream()
                .map(ActivityChange::revision)
                .toList();
    }
}
