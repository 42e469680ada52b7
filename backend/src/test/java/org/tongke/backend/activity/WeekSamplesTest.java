package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.SampleProgram;
import org.tongke.backend.support.World;

/** The programs of the developers' guide that read a week, run as they stand there against a running backend. */
@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeekSamplesTest {
    private static final String GUIDE = "developers";
    /** More than a page of the samples. */
    private static final int LESSONS = 25;
    /** After the first day of the programme; no other test reports that many lessons then. */
    private static final int DAY = 140;

    private final Map<String, String> environment;
    private final List<Activity> lessons;

    @Autowired
    WeekSamplesTest(ApplicationContext app, @LocalServerPort int port) {
        var world = World.in(app);
        var community = world.community(world.school("330382"), world.schools("330382", 1));
        lessons = world.lessons(
                community,
                IntStream.range(0, LESSONS)
                        .mapToObj(hours -> world.day(DAY).plus(Duration.ofHours(hours)))
                        .toList());
        environment = Map.of(
                "TONGKE_URL",
                "http://localhost:" + port,
                "TONGKE_TOKEN",
                world.person(Role.DEVELOPER).token(),
                "TONGKE_DAY",
                world.day(DAY).toString().substring(0, 10));
    }

    static Stream<SampleProgram> samples() {
        return Stream.of("week.sh", "Week.java", "week.mjs", "week.py").map(SampleProgram::of);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void printsEveryLessonOnce(SampleProgram sample) throws Exception {
        var printed = sample.run(GUIDE, environment).lines().toList();
        assertThat(lessons)
                .allSatisfy(lesson -> assertThat(printed)
                        .filteredOn(
                                line -> line.contains(" " + lesson.globalId().encode() + " " + lesson.title()))
                        .hasSize(1));
    }

    @Test
    void theFirstQuestionIsAnswered() throws Exception {
        var printed = SampleProgram.of("first.sh").run(GUIDE, environment);
        assertThat(printed).startsWith("{\"data\":{\"communities\":{\"edges\":[{\"node\":{\"name\":");
    }

    @Test
    void areAllTried() throws IOException {
        assertThat(SampleProgram.files(GUIDE))
                .filteredOn(file -> !file.equals("follow.sh") && !file.equals("first.sh"))
                .containsExactlyInAnyOrderElementsOf(
                        samples().map(SampleProgram::file).toList());
    }
}
