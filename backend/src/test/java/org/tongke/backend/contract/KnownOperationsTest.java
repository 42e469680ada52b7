package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The operations that pages may name. */
@Tag("slow")
class KnownOperationsTest {
    private static final Path PAGES = Path.of("..", "frontend", "src", "main", "graphql", "pocket");

    static Stream<Resource> operations() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:operations/*.graphql"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void areOneInAFileOfTheirName(Resource file) throws IOException {
        var document = Parser.parse(file.getContentAsString(StandardCharsets.UTF_8));
        var definitions = document.getDefinitionsOfType(OperationDefinition.class);
        assertThat(definitions).hasSize(1);
        assertThat(definitions.getFirst().getName() + ".graphql").isEqualTo(file.getFilename());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void askForWhatTheSchemaHas(Resource file) throws IOException {
        var schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser()
                .parse(new ClassPathResource("graphql/schema.graphqls").getContentAsString(StandardCharsets.UTF_8)));
        var document = Parser.parse(file.getContentAsString(StandardCharsets.UTF_8));
        assertThat(new Validator().validateDocument(schema, document, Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void areThoseOfThePages() throws IOException {
        try (var files = Files.list(PAGES)) {
            var known = operations().map(Resource::getFilename).toList();
            assertThat(known)
                    .containsAll(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
