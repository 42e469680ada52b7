package org.tongke.backend.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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
import org.tongke.backend.support.SampleProgram;

/** The programs of the suppliers' guide, run as they stand there against a running backend. */
@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesTest {
    private static final String GUIDE = "suppliers";
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

    static Stream<SampleProgram> samples() {
        return Stream.of("first-lesson.sh", "FirstLesson.java", "first-lesson.mjs", "first_lesson.py")
                .map(SampleProgram::of);
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
    void reportsALesson(SampleProgram sample) throws Exception {
        var said = sample.run(GUIDE, Map.of("TONGKE_URL", "http://localhost:" + port, "TONGKE_TOKEN", token));
        var lesson = LESSON.matcher(said);
        assertThat(lesson.find()).as(said).isTrue();
        assertThat(app.getBean(Activities.class).find(SUPPLIER + ":" + lesson.group(), Scope.EVERYWHERE))
                .isPresent();
    }

    @Test
    void areAllTried() throws IOException {
        assertThat(SampleProgram.files(GUIDE))
                .containsExactlyInAnyOrderElementsOf(
                        samples().map(SampleProgram::file).toList());
    }
}
