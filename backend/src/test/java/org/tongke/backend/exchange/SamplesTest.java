package org.tongke.backend.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.support.BackendTest;

/** The programs of the suppliers' guide, run as they stand there against a running backend. */
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesTest {
    private static final Path FOLDER = Path.of("..", "docs", "samples", "suppliers");
    private static final String SUPPLIER = "samples";
    private static final Pattern LESSON = Pattern.compile("sample-\\w+-\\d{4}-\\d{2}-\\d{2}");

    private final ApplicationContext app;
    private final int port;
    private String token = "";

    @Autowired
    SamplesTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        this.port = port;
    }

    /** A sample and the command that runs it. */
    private record Sample(String file, List<String> command) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Sample> samples() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(
                new Sample("first-lesson.sh", List.of("bash")),
                new Sample("FirstLesson.java", List.of(java)),
                new Sample("first-lesson.mjs", List.of("node")),
                new Sample("first_lesson.py", List.of("python3")));
    }

    /** The two schools that all samples name, and a supplier. */
    @BeforeAll
    void enterSchoolsAndSupplier() {
        var schools = app.getBean(Schools.class);
        var core = schools.put("samples-1", "乐清市云溪实验小学", SchoolArea.URBAN, "330382");
        var member = schools.put("samples-2", "乐清市竹坞村小学", SchoolArea.RURAL, "330382");
        app.getBean(Communities.class)
                .put("samples", "示例教共体", Mode.CO_BUILT, core, List.of(member), Set.of(), Origin.system("test"));
        app.getBean(Suppliers.class).put(SUPPLIER, "示例平台");
        app.getBean(Accounts.class).put(SUPPLIER, "示例平台", SUPPLIER, null, List.of(Grant.ofSupplier(SUPPLIER)));
        token = app.getBean(Tokens.class).issue(SUPPLIER, TokenKind.SUPPLIER);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void reportsALesson(Sample sample) throws Exception {
        var tool = sample.command().getFirst();
        assumeTrue(isThere(tool), tool + " is not installed here: " + sample + " is not tried");
        var output = Files.createTempFile("sample", ".txt");
        try {
            var command = Stream.concat(sample.command().stream(), Stream.of(sample.file()))
                    .toList();
            var builder = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("TONGKE_URL", "http://localhost:" + port);
            builder.environment().put("TONGKE_TOKEN", token);
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            var process = builder.start();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            var said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(said).isZero();
            var lesson = LESSON.matcher(said);
            assertThat(lesson.find()).as(said).isTrue();
            assertThat(app.getBean(Activities.class).find(SUPPLIER + ":" + lesson.group(), Scope.EVERYWHERE))
                    .isPresent();
        } finally {
            Files.delete(output);
        }
    }

    @Test
    void areAllTried() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            samples().map(Sample::file).toList());
        }
    }

    private static boolean isThere(String tool) throws InterruptedException {
        try {
            var process = new ProcessBuilder(tool, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
