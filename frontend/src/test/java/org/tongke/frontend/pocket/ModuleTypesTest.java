package org.tongke.frontend.pocket;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The types that the modules declare in their comments, and those of the API's answers, which are made from the contract: a field that an
 * operation does not ask for, or a value that may be absent, is found here.
 */
@Tag("slow")
class ModuleTypesTest {
    private static final Path CONFIGURATIONS = Path.of("src/test/js");

    @BeforeAll
    static void writeTheTypesOfOperations() throws IOException {
        var contract = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Path.of("../schema.graphqls").toFile()));
        Files.createDirectories(Path.of("target/pocket"));
        Files.writeString(
                Path.of("target/pocket/operations.d.ts"),
                new OperationTypes(contract).write(Path.of("src/main/graphql/pocket")));
    }

    @Test
    void ofPagesHold() throws Exception {
        assertThat(check(CONFIGURATIONS.resolve("tsconfig.json"))).isEmpty();
    }

    @Test
    void ofTheWorkerHold() throws Exception {
        assertThat(check(CONFIGURATIONS.resolve("worker.tsconfig.json"))).isEmpty();
    }

    @Test
    void findAFieldThatNoOperationAsksFor(@TempDir Path folder) throws Exception {
        var api = Path.of("src/main/resources/META-INF/resources/tk/api.js").toAbsolutePath();
        Files.writeString(
                folder.resolve("wrong.js"),
                "import { ask } from '%s';\nask('SignOut').then(({ data }) => data.somethingElse);\n".formatted(api));
        Files.writeString(folder.resolve("tsconfig.json"), """
                        {"extends": "%s", "include": ["wrong.js", "%s"]}
                        """.formatted(
                        CONFIGURATIONS.resolve("tsconfig.json").toAbsolutePath(),
                        Path.of("target/pocket/operations.d.ts").toAbsolutePath()));
        assertThat(check(folder.resolve("tsconfig.json"))).contains("wrong.js(2,", "'somethingElse'");
    }

    private static String check(Path configuration) throws Exception {
        return Node.run(Node.unpacked("typescript").resolve("lib/tsc.js"), "--pretty", "false", "-p", configuration)
                .printed();
    }
}
