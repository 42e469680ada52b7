package org.tongke.backend.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.World;

/** The program of the developers' guide, run as it stands there. */
@BackendTest
class FollowSampleTest {
    private static final Path FOLDER = Path.of("..", "docs", "samples", "developers");

    private final int port;
    private final World world;

    @TempDir
    private Path folder;

    @Autowired
    FollowSampleTest(ApplicationContext app, @LocalServerPort int port) {
        this.port = port;
        world = World.in(app);
    }

    @Tag("slow")
    @Test
    void printsALessonThatIsNew() throws IOException {
        var community = world.community(world.school("330382"), world.schools("330382", 1));
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder("bash", "follow.sh")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("TONGKE_URL", "http://localhost:" + port);
        builder.environment().put("TONGKE_TOKEN", world.person(Role.DEVELOPER).token());
        builder.environment().put("TONGKE_SECONDS", "30");
        var program = builder.start();
        try {
            awaitOutput(output, "\"position\"");
            var lesson = world.lesson(community, world.day(3));
            awaitOutput(output, lesson.globalId().encode());
        } finally {
            program.descendants().forEach(ProcessHandle::destroy);
            program.destroy();
        }
    }

    private static void awaitOutput(Path output, String text) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(output).content().contains(text));
    }
}
